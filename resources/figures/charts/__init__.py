"""Small exact charts, drawn as SVG by the templates: from zero, and to scale.

All that a chart shows is in its texts too, so the drawing itself is hidden from screen readers.
"""

from resources.figures.charts.bars import BarChart, one_bar, pair_bars, relative_bars
from resources.figures.charts.line import LineChart, line_chart
from resources.figures.charts.people import PeopleChart, people_chart
from resources.figures.kinds import RELATIVE, FigureKind

DRAWN = {
    FigureKind.PAIR: pair_bars,
    FigureKind.SHARE: one_bar,
    FigureKind.RATE: one_bar,
    FigureKind.SERIES: line_chart,
    **dict.fromkeys(RELATIVE, relative_bars),
}


def charts(figure) -> list[BarChart | LineChart | PeopleChart]:
    """Return all charts of a figure, for its own page."""
    return [found for found in (chart(figure), people_chart(figure)) if found]


def chart(figure) -> BarChart | LineChart | None:
    """Return the chart of a figure that a card shows, None where there is nothing to draw."""
    draw = DRAWN.get(figure.kind)
    return draw(figure) if draw else None
