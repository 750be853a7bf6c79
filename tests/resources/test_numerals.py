"""How a figure's numbers are written, large and as one line."""

from decimal import Decimal

import pytest
from django.utils import translation

from tests.builders import figure

PAIR = {"value": 39, "comparison_value": 75, "unit": "%"}


@pytest.mark.parametrize(
    ("kind", "fields", "line"),
    [
        ("ratio", {"value": 2, "qualifier": "nearly"}, "nearly 2×"),
        ("ratio", {"value": 30, "qualifier": "more_than"}, "more than 30×"),
        ("more", {"value": 42}, "42% more"),
        ("less", {"value": 20, "qualifier": "up_to"}, "up to 20% less"),
        ("disparity", {"value": 19}, "19%"),
        ("share", {"value": 39}, "39%"),
        ("rate", {"value": Decimal("1234.5"), "unit": "per 100,000"}, "1,234.5 per 100,000"),
        ("pair", PAIR, "39% compared with 75%"),
        ("direction", {"direction": "higher"}, "higher"),
        ("trend", {"direction": "slower"}, "falling more slowly"),
    ],
)
def test_a_figure_in_one_line(kind, fields, line):
    assert figure(kind, **fields).in_words == line


@pytest.mark.parametrize("kind", ["ratio", "more", "pair", "trend"])
def test_a_draft_without_anything_has_no_words(kind):
    empty = figure(kind, value=None)
    assert (empty.numerals, empty.in_words) == ([], "")


def test_a_pair_has_two_numbers():
    assert [numeral.number for numeral in figure("pair", **PAIR).numerals] == ["39", "75"]


@pytest.mark.parametrize(
    ("value", "written"),
    [("42.0000", "42"), ("41.5000", "41.5"), ("100", "100"), ("12345", "12,345"), ("0", "0")],
)
def test_numbers_have_no_idle_zeros(value, written):
    assert figure("more", value=Decimal(value)).numerals[0].number == written


def test_no_digit_of_a_published_number_is_lost():
    assert figure("rate", value="0.1234").numerals[0].number == "0.1234"


@pytest.mark.parametrize(("value", "written"), [("41.5", "41.5"), ("12345.6", "12,345.6")])
def test_numbers_are_written_as_spanish_does(value, written):
    with translation.override("es"):
        assert figure("more", value=Decimal(value)).numerals[0].number == written
