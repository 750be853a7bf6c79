"""A line for each group of a trend series, through every year's point, above zero."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from resources.figures.charts.summary import described, joined, name_of_group
from resources.figures.numerals import numeral_of_year, unit
from resources.figures.parts import change

WIDTH, HEIGHT = 300, 100


@dataclass(frozen=True)
class Line:
    """One group's values; each place is from the left, and down from the top of the scale."""

    label: str
    first: str
    last: str
    places: list[tuple[Decimal, Decimal]]
    is_comparison: bool = False

    @property
    def path(self) -> str:
        """The places as SVG's `points`."""
        return " ".join(f"{x},{y}" for x, y in self.places)


@dataclass(frozen=True)
class LineChart:
    """Lines on one scale, its years, and what they show in words."""

    lines: list[Line]
    first_year: int
    last_year: int
    scale: str
    summary: str
    template = "components/chart_line.html"


def line_chart(figure) -> LineChart | None:
    """Return the lines of a series, None of fewer than two years."""
    points = figure.series
    if figure.is_suppressed or len({point.year for point in points}) < 2:
        return None
    rows = values_by_group(figure)
    top = top_of(figure)
    years = points[0].year, points[-1].year
    lines = [line(figure, *row, years, top) for row in rows]
    said = [described(str(label), change(figure, values), "") for label, values, _is in rows]
    is_share = unit(figure) == "%"
    scale = _("Scale from 0 to 100%.") if is_share else _("Scale from 0.")
    return LineChart(lines, *years, scale, joined(*said))


def values_by_group(figure) -> list[tuple]:
    """Return the label and the years and values of each group that has two or more."""
    own = [(p.year, p.value) for p in figure.series]
    others = [(p.year, p.comparison_value) for p in figure.series if p.comparison_value is not None]
    rows = [(name_of_group(figure), own, False)]
    if figure.comparison_group and len(others) > 1:
        rows.append((figure.comparison_group, others, True))
    return rows


def top_of(figure) -> Decimal:
    """Return where the scale ends: 100 % for shares, else the largest value."""
    values = [v for _label, points, _is in values_by_group(figure) for _year, v in points]
    return max(Decimal(100) if unit(figure) == "%" else Decimal(0), *values)


def line(figure, label, values: list, is_comparison: bool, years: tuple, top: Decimal) -> Line:
    first, last = (str(numeral_of_year(figure, *values[end])) for end in (0, -1))
    places = [(across(year, *years), down(value, top)) for year, value in values]
    return Line(str(label), first, last, places, is_comparison)


def across(year: int, first: int, last: int) -> Decimal:
    return round(Decimal(WIDTH) * (year - first) / (last - first), 1)


def down(value: Decimal, top: Decimal) -> Decimal:
    return round(HEIGHT - HEIGHT * value / top, 1) if top else Decimal(HEIGHT)
