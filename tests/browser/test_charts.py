"""Charts of every kind, on their statistic's page, on their own, and in a frame's page."""

import pytest

from tests import builders
from tests.browser.axe import assert_accessible
from tests.browser.html_checker import html_errors
from tests.builders import figure

BOUNDS = {"low": 30, "high": 45, "confidence": 95}
SERIES = "2010 10 40\n2013 15\n2020 20 20"
FIGURES = [
    ("pair", {"value": 39, "comparison_value": "75.2", "unit": "%", **BOUNDS}),
    ("pair", {"value": None, "comparison_value": 75, "unit": "%", "is_suppressed": True}),
    ("series", {"points": SERIES, "group": "Women in rural areas"}),
    ("more", {"value": 42, "base_value": "1.42", "base_comparison_value": 1, "unit": "deaths"}),
    ("share", {"value": 39, **BOUNDS}),
    ("rate", {"value": 39, "unit": "per 100,000", **BOUNDS}),
    ("trend", {"direction": "slower"}),
]


@pytest.fixture
def addresses(loaded_site):
    """Where the figures can be seen: together, each by itself, each in a frame's page."""
    made = [figure(kind, sort_order=n, **fields) for n, (kind, fields) in enumerate(FIGURES)]
    page = builders.statistic(figures=made)
    alone = [found.address for found in page.figures.all()]
    return [loaded_site.url + a for a in (page.url, *alone, *(f"{a}embed/" for a in alone))]


@pytest.mark.parametrize(("width", "color_scheme"), [(320, "dark"), (1280, "light")])
def test_every_chart_can_be_read_by_everybody(addresses, open_page, width, color_scheme):
    page = open_page(width=width, color_scheme=color_scheme)
    html = {}
    for address in addresses:
        html[address] = page.goto(address).text()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert_accessible(page)
    assert html_errors(html) == []
