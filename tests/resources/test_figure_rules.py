"""Which parts a figure of each kind needs, and which numbers cannot be true."""

import re
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from resources.figures.kinds import WITHOUT_NUMBER, FigureKind
from tests import builders

WITH_NUMBER = [k for k in FigureKind.values if k not in WITHOUT_NUMBER and k != "series"]
MEASURED = {"base_value": "28.2", "base_comparison_value": "19.9", "unit": "per 100,000"}
PAIR = {"value": 39, "comparison_value": 75, "unit": "%"}


def problems(kind, **fields):
    """The fields that the rules complain about."""
    try:
        builders.figure(kind, **fields).clean()
    except ValidationError as error:
        return set(error.message_dict)
    return set()


@pytest.mark.parametrize("kind", WITH_NUMBER)
def test_a_figure_with_a_number_needs_it(kind):
    assert "value" in problems(kind, value=None)


@pytest.mark.parametrize("kind", sorted(WITHOUT_NUMBER))
def test_a_figure_without_a_number_needs_a_direction(kind):
    assert problems(kind) == {"direction"}
    assert problems(kind, direction="higher") == set()


@pytest.mark.parametrize("kind", sorted(WITHOUT_NUMBER))
def test_a_figure_without_a_number_has_none(kind):
    assert problems(kind, direction="higher", value=Decimal(3)) == {"value"}


def test_a_pair_needs_both_numbers():
    assert problems("pair", value=39, unit="%") == {"comparison_value"}
    assert problems("pair", value=39, comparison_value=75, unit="%") == set()


@pytest.mark.parametrize(
    ("bounds", "wrong"),
    [((43, 50), {"low"}), ((30, 41), {"high"}), ((50, 30), {"high"}), ((30, 50), set())],
)
def test_the_value_lies_between_its_bounds(bounds, wrong):
    low, high = bounds
    assert problems("more", value=42, low=low, high=high) == wrong
    compared = {"comparison_low": low, "comparison_high": high, "unit": "%"}
    wrong_too = {f"comparison_{name}" for name in wrong}
    assert problems("pair", value=1, comparison_value=42, **compared) == wrong_too


@pytest.mark.parametrize("unit", ["percent", "per cent", " Per  Cent ", "pct", "por ciento", " % "])
def test_percent_in_words_is_the_sign(unit):
    one = builders.figure("pair", value=39, comparison_value=75, unit=unit)
    one.clean()
    assert one.unit == "%"
    assert problems("pair", value=39, comparison_value=175, unit=unit) == {"comparison_value"}
    assert problems("series", points="2010 12\n2020 101", unit=unit) == {"points"}


@pytest.mark.parametrize("unit", ["percentage points", "per 100,000", "deaths"])
def test_other_units_stay_as_they_are_typed(unit):
    one = builders.figure("rate", value=812, unit=unit)
    one.clean()
    assert one.unit == unit


@pytest.mark.parametrize("kind", WITH_NUMBER)
def test_no_number_is_negative(kind):
    assert "value" in problems(kind, value=-1, comparison_value=1)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("share", {"value": 101}),
        ("less", {"value": 101}),
        ("pair", {"value": 101, "comparison_value": 1, "unit": "%"}),
    ],
)
def test_no_part_is_larger_than_the_whole(kind, fields):
    assert problems(kind, **fields) == {"value"}


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("more", {"value": 350}),
        ("ratio", {"value": 30}),
        ("rate", {"value": 812, "unit": "per 100,000"}),
        ("pair", {"value": 812, "comparison_value": 400, "unit": "per 100,000"}),
        ("share", {"value": 100}),
        ("share", {"value": 0}),
    ],
)
def test_these_numbers_are_possible(kind, fields):
    assert problems(kind, **fields) == set()


@pytest.mark.parametrize(
    ("kind", "fields", "wrong"),
    [
        ("more", {"group": "Some", "comparison_group": "some"}, {"comparison_group"}),
        ("trend", {"direction": "lower", "comparison_group": "Some"}, {"comparison_group"}),
        ("pair", PAIR | {"value": 101}, {"value"}),
        ("pair", PAIR | {"comparison_value": 101}, {"comparison_value"}),
        ("share", {"value": 99, "high": 101}, {"high"}),
        ("more", {"low": -3, "high": 50}, set()),
        ("rate", {"unit": "per 100", "low": -3, "high": 50}, {"low"}),
        ("more", {"comparison_value": 3}, {"comparison_value"}),
        ("more", {"points": "2010 1"}, {"points"}),
        ("trend", {"direction": "lower", "low": 1}, {"low"}),
        ("more", {"from_year": 2020, "to_year": 2019}, {"to_year"}),
        ("more", {"from_year": 2020, "to_year": 2020}, set()),
        ("more", {"n": 0}, {"n"}),
        ("more", {"comparison_n": 0}, {"comparison_n"}),
        ("more", {"value": "NaN"}, {"value"}),
        ("more", {"high": "Infinity"}, {"high"}),
        ("pair", PAIR | {"comparison_low": "sNaN"}, {"comparison_low"}),
    ],
)
def test_what_cannot_be_is_named_at_its_field(kind, fields, wrong):
    assert problems(kind, **fields) == wrong


@pytest.mark.parametrize(
    ("points", "unit", "wrong"),
    [
        ("2010 12 30\n2020 14 20", "%", set()),
        ("2010 12; 30\n\n2020\t14", "%", set()),
        ("2010 120\n2020 140", "per 100,000", set()),
        ("", "%", {"points"}),
        ("2010 12", "%", {"points"}),
        ("2010 12\n2010 14", "%", {"points"}),
        ("2010 12\nlast year 14", "%", {"points"}),
        ("2010 12\n2020 NaN", "%", {"points"}),
        ("2010 12\n2020 101", "%", {"points"}),
        ("2010 12 101\n2020 14", "%", {"points"}),
        ("2010 12\n2020 14", "", {"unit"}),
    ],
)
def test_a_series_has_a_value_for_each_of_its_years(points, unit, wrong):
    assert problems("series", points=points, unit=unit) == wrong


@pytest.mark.parametrize(
    "line",
    [
        *("2019 1e-5000", "2019 1e5", "2019 1,234", "2019 ٣", "2019 12345678901", "2019 1.23456"),
        *("2019 -1", "2019 +1", "2019 1 2 3", "2019", "2_19 1", "-201 1", "٢٠١٩ 1", "0019 1"),
        *("1799 1", "2201 1", "12019 1"),
    ],
)
def test_a_line_of_something_else_is_named_and_shown_to_nobody(line):
    one = builders.figure("series", points=f"2010 12.5\n{line}")
    with pytest.raises(ValidationError, match=re.escape(line)):
        one.clean()
    assert one.series == []
    assert one.sentence == ""


@pytest.mark.parametrize("year", ["1800", "1999", "2199", "2200"])
def test_a_series_may_have_these_years(year):
    assert problems("series", points=f"2010 0.0001\n{year} 1234567890.5", unit="deaths") == set()


def test_a_series_has_no_other_number():
    assert problems("series", value=42) == {"value"}


@pytest.mark.parametrize(
    ("kind", "fields", "wrong"),
    [
        ("more", {"value": None}, set()),
        ("more", {"value": 42}, {"value"}),
        ("more", {"value": None, "low": 1, "high": 2}, {"low", "high"}),
        ("pair", {"value": None, "comparison_value": 75, "unit": "%"}, set()),
        ("pair", {"value": None, "unit": "%"}, set()),
        ("pair", PAIR, {"value"}),
        ("series", {"points": ""}, set()),
        ("series", {}, {"points"}),
        ("trend", {"direction": "lower"}, {"is_suppressed"}),
    ],
)
def test_what_the_source_withholds_has_no_number(kind, fields, wrong):
    assert problems(kind, is_suppressed=True, **fields) == wrong


@pytest.mark.parametrize(
    ("kind", "fields", "wrong"),
    [
        ("more", {"value": 42}, set()),
        ("more", {"value": 43}, {"base_value"}),
        ("more", {"value": "41.7"}, set()),
        ("more", {"value": "40.9"}, {"base_value"}),
        ("ratio", {"value": "1.42"}, set()),
        ("ratio", {"value": "1.4"}, set()),
        ("ratio", {"value": 2}, {"base_value"}),
        ("ratio", {"value": "1.5", "qualifier": "nearly"}, set()),
        ("ratio", {"value": "1.3", "qualifier": "nearly"}, {"base_value"}),
        ("ratio", {"value": "1.3", "qualifier": "more_than"}, set()),
        ("less", {"value": 42}, {"base_value"}),
        ("less", {"value": 29, "base_value": "19.9", "base_comparison_value": 28}, set()),
        ("more", {"unit": ""}, {"unit"}),
        ("more", {"base_value": None}, {"base_value"}),
        ("more", {"base_comparison_value": None}, {"base_comparison_value"}),
        ("more", {"base_comparison_value": 0}, {"base_comparison_value"}),
        ("more", {"unit": "%", "base_value": 142, "base_comparison_value": 100}, {"base_value"}),
        ("rate", {}, {"base_value", "base_comparison_value"}),
    ],
)
def test_measured_values_give_the_value_within_its_rounding(kind, fields, wrong):
    assert problems(kind, **{**MEASURED, **fields}) == wrong


def test_it_is_said_what_the_measured_values_give():
    with pytest.raises(ValidationError, match=r"give 41\.7,"):
        builders.figure("more", value=43, **MEASURED).clean()
