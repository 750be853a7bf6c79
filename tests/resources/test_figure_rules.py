"""Which parts a figure of each kind needs, and which numbers cannot be true."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from resources.figures.kinds import WITHOUT_NUMBER, FigureKind
from tests import builders

WITH_NUMBER = [kind for kind in FigureKind.values if kind not in WITHOUT_NUMBER]


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


@pytest.mark.parametrize(("bounds", "wrong"), [((43, 50), {"low"}), ((30, 41), {"high"})])
def test_the_value_lies_between_its_bounds(bounds, wrong):
    low, high = bounds
    assert problems("more", value=42, low=low, high=high) == wrong
    assert problems("more", value=42, low=30, high=50) == set()


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
