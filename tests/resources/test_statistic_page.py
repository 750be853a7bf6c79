"""A statistic to its readers: numerals, bars, table, source."""

import pytest

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


def test_the_table_says_what_the_bars_show(site, read):
    pair = {"value": 39, "comparison_value": 75, "unit": "%"}
    one = figure("pair", **pair, place="U.S.", period="two years", caveat="in one study")
    table = read(builders.statistic(figures=[one])).table
    assert words(table.caption) == "death"
    assert rows(table) == {
        "Figure": "39% compared with 75%",
        "Group": "Some",
        "Compared with": "Others",
        "Place": "U.S.",
        "Period": "two years",
        "Caveat": "in one study",
    }


def test_what_is_not_known_is_said_to_be_so(site, read):
    one = figure("disparity", value=19, group="", comparison_group="")
    shown = rows(read(builders.statistic(figures=[one])).table)
    unknown = ["Group", "Compared with", "Place", "Period"]
    assert shown == {"Figure": "19%", **dict.fromkeys(unknown, "not stated")}


def test_the_interval_is_shown_where_it_is_known(site, read):
    shown = read(builders.statistic(figures=[figure("more", value=42, low=30, high=55)]))
    assert "(30 – 55)" in words(shown.table)


def test_figures_keep_their_order(site, read):
    figures = [figure(value=value, sort_order=value) for value in (3, 1, 2)]
    shown = read(builders.statistic(figures=figures))
    assert [rows(t)["Figure"] for t in shown.select("table")] == ["1% more", "2% more", "3% more"]
    assert [words(n) for n in shown.select(".numeral")] == ["1% more", "2% more", "3% more"]


def test_a_source_is_linked(site, read):
    one = figure()
    one.sources = [builders.source(address="https://journal.example/")]
    source = read(builders.statistic(figures=[one])).select_one(".source")
    assert words(source) == "Source: The Journal: The Report"
    assert source.a["href"] == "https://journal.example/"


def test_a_statistic_without_figures_is_still_a_page(site, read):
    shown = read(builders.statistic(figures=[]))
    assert "in words" in words(shown)
    assert shown.table is None
