"""Numbers that are worked out from others: frequencies, ratios, differences."""

from decimal import Decimal

import pytest

from resources.figures.frequencies import in_frequency
from tests.builders import figure


@pytest.mark.parametrize(
    ("percent", "said"),
    [
        ("39", "about 2 in 5"),
        ("75", "3 in 4"),
        ("50", "1 in 2"),
        ("33.3", "about 1 in 3"),
        ("7", "7 in 100"),
        ("96", "96 in 100"),
        ("0.4", "4 in 1,000"),
        ("0.39", "about 4 in 1,000"),
        ("99.6", "996 in 1,000"),
        ("0.03", ""),
        ("99.97", ""),
        ("0", ""),
        ("100", ""),
        ("142", ""),
    ],
)
def test_a_share_as_so_many_in_so_many(percent, said):
    assert in_frequency(Decimal(percent)) == said


PAIR = {"value": 39, "comparison_value": 75, "unit": "%"}
BASES = {"base_value": "28.2", "base_comparison_value": "19.9", "unit": "per 100,000"}


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        (
            "pair",
            PAIR,
            [
                ("75% is 1.92 times 39%", "75% ÷ 39% = 1.92"),
                ("48% less", "(75% − 39%) ÷ 75% = 48%"),
                ("36 percentage points less", "75% − 39% = 36 percentage points"),
            ],
        ),
        (
            "ratio",
            {"value": "1.4", "base_value": 14, "base_comparison_value": 10, "unit": "deaths"},
            [
                ("14 deaths is 1.4 times 10 deaths", "14 deaths ÷ 10 deaths = 1.4"),
                ("40% more", "(14 deaths − 10 deaths) ÷ 10 deaths = 40%"),
                ("4 deaths more", "14 deaths − 10 deaths = 4 deaths"),
            ],
        ),
        (
            "series",
            {"points": "2010 1 2\n2020 21 20"},
            [
                ("21% is 1.05 times 20%", "21% ÷ 20% = 1.05"),
                ("5% more", "(21% − 20%) ÷ 20% = 5%"),
                ("1 percentage point more", "21% − 20% = 1 percentage point"),
            ],
        ),
    ],
)
def test_what_follows_from_two_measured_numbers(kind, fields, expected):
    assert [(d.text, d.formula) for d in figure(kind, **fields).derived] == expected


@pytest.mark.parametrize(
    ("value", "comparison", "texts"),
    [
        ("0.03", "10", ["10 a is 333 times 0.03 a", "99.7% less"]),
        ("0.0003", "10", ["10 a is 33,333 times 0.0003 a", "99.997% less"]),
        ("10.0001", "10", ["10.0001 a is 1.00001 times 10 a", "0.001% more"]),
        ("0", "10", ["100% less", "10 a less"]),
        ("10", "0", ["10 a more"]),
        ("10", "10", ["10 a is 1 times 10 a", "0 a"]),
    ],
)
def test_rounding_never_makes_another_claim(value, comparison, texts):
    pair = figure("pair", value=value, comparison_value=comparison, unit="a")
    found = [number.text for number in pair.derived]
    assert found[: len(texts)] == texts


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("pair", PAIR | {"qualifier": "about"}),
        ("pair", PAIR | {"value": None, "is_suppressed": True}),
        ("pair", PAIR | {"comparison_value": None}),
        ("more", {}),
        ("share", {"value": 39}),
        ("series", {"points": "2010 1 2\n2020 2"}),
    ],
)
def test_nothing_follows_from_one_number_or_a_rough_one(kind, fields):
    assert figure(kind, **fields).derived == []


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("more", {}, "Absolute figure not available."),
        ("more", BASES, "28.2 per 100,000 compared with 19.9 per 100,000"),
        ("more", {"value": None, "is_suppressed": True}, ""),
        ("pair", PAIR, ""),
        ("trend", {"direction": "lower"}, ""),
    ],
)
def test_a_relative_figure_says_what_it_was_made_from(kind, fields, said):
    assert figure(kind, **fields).absolute == said
