"""The bars of a chart: to scale, from zero, and labelled with what the statement says."""

from decimal import Decimal

import pytest

from tests.builders import figure


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
