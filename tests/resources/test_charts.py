"""Charts: to scale, from zero, and labelled with what the statement says."""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from tests.builders import figure
from tests.markup import words


def lengths(chart):
    return [float(bar.length) for bar in chart.bars]


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("ratio", {"value": 2}, [100, 50]),
        ("ratio", {"value": 30}, [100, 3.3]),
        ("ratio", {"value": Decimal("0.5")}, [50, 100]),
        ("more", {"value": 42}, [100, 70.4]),
        ("more", {"value": 100}, [100, 50]),
        ("less", {"value": 20}, [80, 100]),
        ("less", {"value": 100}, [0, 100]),
        ("pair", {"value": 39, "comparison_value": 75, "unit": "%"}, [39, 75]),
        ("pair", {"value": 200, "comparison_value": 800, "unit": "per 100,000"}, [25, 100]),
        ("pair", {"value": 0, "comparison_value": 0, "unit": "per 100,000"}, [0, 0]),
    ],
)
def test_bars_are_to_scale(kind, fields, expected):
    assert lengths(figure(kind, **fields).chart) == expected


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("disparity", {"value": 19}),
        ("share", {"value": 39}),
        ("rate", {"value": 12}),
        ("direction", {"direction": "higher"}),
        ("trend", {"direction": "slower"}),
        ("ratio", {"value": None}),
        ("pair", {"value": 39}),
        ("ratio", {"value": 2, "comparison_group": ""}),
    ],
)
def test_nothing_is_drawn_without_two_numbers_to_compare(kind, fields):
    assert figure(kind, **fields).chart is None


def test_the_second_bar_is_the_comparison():
    chart = figure("ratio", value=2, group="Rural", comparison_group="Urban").chart
    assert [(bar.label, bar.is_comparison) for bar in chart.bars] == [
        ("Rural", False),
        ("Urban", True),
    ]


def test_bars_keep_the_word_that_keeps_the_number_honest():
    chart = figure("ratio", value=2, qualifier="nearly").chart
    assert [bar.value for bar in chart.bars] == ["nearly 2×", "1×"]


def test_the_scale_is_said():
    assert "Others = 1" in figure("ratio", value=2, comparison_group="Others").chart.scale
    assert "100%" in figure("pair", value=1, comparison_value=2, unit="%").chart.scale


def ends(chart):
    return [bar.ends and tuple(map(float, bar.ends)) for bar in chart.bars]


@pytest.mark.parametrize(
    ("kind", "fields", "lengths_expected", "ends_expected"),
    [
        ("ratio", {"value": 2, "low": 1, "high": 4}, [50, 25], [(25, 100), None]),
        ("more", {"value": 42, "low": 30, "high": 60}, [88.8, 62.5], [(81.2, 100), None]),
        ("less", {"value": 20, "low": 10, "high": 50}, [80, 100], [(50, 90), None]),
        ("share", {"value": 39, "low": 30, "high": 55}, [39], [(30, 55)]),
        ("rate", {"value": 8, "low": 5, "high": 10, "unit": "per 100"}, [80], [(50, 100)]),
        (
            "pair",
            {
                "value": 39,
                "comparison_value": 75,
                "unit": "%",
                "comparison_low": 70,
                "comparison_high": 80,
            },
            [39, 75],
            [None, (70, 80)],
        ),
    ],
)
def test_marks_show_where_the_value_may_lie(kind, fields, lengths_expected, ends_expected):
    chart = figure(kind, **fields).chart
    assert lengths(chart) == lengths_expected
    assert ends(chart) == ends_expected


def test_marks_are_drawn_under_their_bar():
    svg = drawn(figure("share", value=39, low=30, high=55).chart).svg
    assert svg.rect["width"] == "39.0"
    assert svg.path["d"] == "M30.0 5.5H55.0M30.0 4.5v2M55.0 4.5v2"


@pytest.mark.parametrize(
    ("kind", "fields", "counts"),
    [
        ("share", {"value": 39}, [39]),
        ("share", {"value": "39.5"}, [40]),
        ("share", {"value": "0.2"}, [1]),
        ("share", {"value": 0}, [0]),
        ("share", {"value": "99.8"}, [99]),
        ("share", {"value": 100}, [100]),
        ("pair", {"value": 39, "comparison_value": 75, "unit": "%"}, [39, 75]),
        ("pair", {"value": 39, "comparison_value": 75, "unit": "per 100"}, []),
        ("rate", {"value": 39, "unit": "per 100"}, []),
        ("more", {"value": 42}, []),
    ],
)
def test_people_out_of_100(kind, fields, counts):
    people = [chart for chart in figure(kind, **fields).charts if hasattr(chart, "groups")]
    assert [filled(chart, n) for chart in people for n in range(len(chart.groups))] == counts


def filled(chart, number):
    """How many of the dots that are drawn for a group are filled; there are always 100."""
    dots = drawn(chart).select("svg")[number].select("circle")
    assert len(dots) == 100
    return sum("fill" not in dot.attrs for dot in dots)


SERIES = "2010 10 40\n2015 15\n2020 20 20"


def places(chart):
    """The points of each line that is drawn, as numbers."""
    lines = drawn(chart).select("polyline")
    return [[tuple(map(float, p.split(","))) for p in line["points"].split()] for line in lines]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("%", [[(0, 90), (150, 85), (300, 80)], [(0, 60), (300, 80)]]),
        ("per 100,000", [[(0, 75), (150, 62.5), (300, 50)], [(0, 0), (300, 50)]]),
    ],
)
def test_a_series_is_drawn_year_by_year_above_zero(unit, expected):
    chart = figure("series", points=SERIES, unit=unit).chart
    assert places(chart) == expected
    assert len(drawn(chart).select("circle")) == 5


def test_the_lines_of_a_series_say_where_they_start_and_end():
    text = words(drawn(figure("series", points=SERIES).chart))
    assert "Some 10% in 2010 – 20% in 2020" in text
    assert "Others 40% in 2010 – 20% in 2020" in text


def drawn(chart):
    """A chart as it stands on a page."""
    html = render_to_string("components/chart.html", {"chart": chart, "scale": True})
    return BeautifulSoup(html, "html.parser")


def test_of_a_pair_only_what_is_not_withheld_is_drawn():
    pair = figure("pair", value=None, comparison_value=75, unit="%", is_suppressed=True)
    assert lengths(pair.chart) == [75]
    assert pair.chart.bars[0].is_comparison
    assert "The number for Some is withheld by the source." in words(drawn(pair.chart))


@pytest.mark.parametrize(
    ("kind", "fields", "summary"),
    [
        (
            "more",
            {"value": 42, "low": 30, "high": 55, "confidence": 95},
            "42% more: the bar for Some is 1.42 times as long as the bar for Others. "
            "95% interval 30 to 55.",
        ),
        (
            "pair",
            {"value": 39, "comparison_value": 75, "unit": "%", "low": 30, "high": 44},
            "Some: 39% (interval 30 to 44). Others: 75%.",
        ),
        (
            "series",
            {"points": SERIES},
            "Some: rose from 10% in 2010 to 20% in 2020. "
            "Others: fell from 40% in 2010 to 20% in 2020.",
        ),
    ],
)
def test_a_chart_is_summed_up_in_words(kind, fields, summary):
    assert figure(kind, **fields).chart.summary == summary
