"""A statistic to its readers: numerals, bars, table, source."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import builders
from tests.builders import figure
from tests.markup import soup, words


@pytest.fixture
def read(client):
    return lambda page: soup(client.get(page.url)).select_one("article")


def test_bars_are_drawn_as_long_as_they_are(site, read):
    shown = read(builders.statistic(figures=[figure("ratio", value=4)]))
    bars = shown.select(".chart svg")
    assert [bar.rect["width"] for bar in bars] == ["100.0", "25.0"]
    assert all(bar["aria-hidden"] == "true" for bar in bars)


def rows(table):
    """A figure's table as a dictionary."""
    return {words(row.th): words(row.td) for row in table.select("tbody tr")}


DERIVED = {
    "Ratio": "75% is 1.92 times 39% (derived: 75% ÷ 39% = 1.92)",
    "Relative difference": "48% less (derived: (75% − 39%) ÷ 75% = 48%)",
    "Absolute difference": "36 percentage points less (derived: 75% − 39% = 36 percentage points)",
}


def test_the_table_says_what_the_bars_show(site, read):
    pair = {"value": 39, "comparison_value": 75, "unit": "%"}
    one = figure("pair", **pair, place="U.S.", period="two years", caveat="in one study")
    table = read(builders.statistic(figures=[one])).table
    assert words(table.caption) == "death"
    assert (
        rows(table)
        == {
            "Figure": "39% compared with 75%",
            "Group": "Some",
            "Compared with": "Others",
            "Place": "U.S.",
            "Period": "two years",
            "Caveat": "in one study",
            "Source": "Source not yet verified.",
        }
        | DERIVED
    )


def test_what_is_not_known_is_said_to_be_so(site, read):
    one = figure("disparity", value=19, group="", comparison_group="")
    shown = rows(read(builders.statistic(figures=[one])).table)
    unknown = ["Group", "Compared with", "Place", "Period"]
    source = {"Source": "Source not yet verified."}
    assert shown == {"Figure": "19%", **dict.fromkeys(unknown, "not stated"), **source}


@pytest.mark.parametrize(
    ("kind", "fields", "row", "text"),
    [
        ("more", {"low": 30, "high": 55}, "Figure", "42% more (interval 30 to 55)"),
        (
            "more",
            {"low": 30, "high": 55, "confidence": 95},
            "Figure",
            "42% more (95% interval 30 to 55)",
        ),
        ("more", {"n": 1200}, "Group", "Some (1,200 people)"),
        ("more", {"comparison_n": 1}, "Compared with", "Others (1 person)"),
        ("more", {}, "Measured values", "Absolute figure not available."),
        (
            "more",
            {"base_value": "28.2", "base_comparison_value": "19.9", "unit": "per 100,000"},
            "Measured values",
            "28.2 per 100,000 compared with 19.9 per 100,000",
        ),
        ("more", {"from_year": 2015, "to_year": 2019}, "Period", "2015 to 2019"),
        ("more", {"higher_is_better": True}, "Reading it", "A higher number is better."),
        ("more", {"definition": "Adjusted for age."}, "Definition", "Adjusted for age."),
        ("more", {"missing": "Prisons."}, "Who is missing", "Prisons."),
        ("rate", {"value": None, "is_suppressed": True}, "Figure", "withheld by the source"),
        ("series", {"unit": "%"}, "2020", "14%"),
    ],
)
def test_the_table_has_all_that_is_known(site, read, kind, fields, row, text):
    shown = read(builders.statistic(figures=[figure(kind, **fields)]))
    found = [rows(table).get(row) for table in shown.select("table")]
    assert text in found


def test_the_sentence_of_the_data_stands_beside_the_statement(site, read):
    shown = words(read(builders.statistic(figures=[figure("more")])))
    assert "A statistic in words." in shown
    assert "What the data say Death: 42% higher for Some than for Others." in shown


def test_figures_keep_their_order(site, read):
    figures = [figure(value=value, sort_order=value) for value in (3, 1, 2)]
    shown = read(builders.statistic(figures=figures))
    assert [rows(t)["Figure"] for t in shown.select("table")] == ["1% more", "2% more", "3% more"]
    assert [words(n) for n in shown.select(".numeral")] == ["1% more", "2% more", "3% more"]


def test_a_source_is_linked(site, read):
    one = figure()
    one.sources = [builders.source(address="https://journal.example/")]
    shown = read(builders.statistic(figures=[one]))
    source = shown.select_one(".source")
    assert words(source) == "Source: The Journal: The Report"
    assert source.a["href"] == "https://journal.example/"
    assert shown.table.a["href"] == "https://journal.example/"


def test_a_statistic_without_figures_is_still_a_page(site, read):
    shown = read(builders.statistic(figures=[]))
    assert "in words" in words(shown)
    assert shown.table is None


def test_a_statistic_costs_as_much_however_many_figures_it_has(site, client):
    def queries(number):
        figures = [figure(value=n + 2, group=f"Group {n}", sort_order=n) for n in range(number)]
        source = builders.source(f"Report {number}")
        for one in figures:
            one.sources = [source]
        page = builders.statistic(f"With {number}", figures, slug=f"with-{number}")
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page.url).content.decode().count("figure-table") >= number
        return len(captured)

    assert queries(12) <= queries(2)
