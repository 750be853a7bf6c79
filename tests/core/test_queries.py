"""A page costs the same number of queries however much it shows."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from members.models import MemberSocietyPage
from resources.models import (
    ResourcePage,
    Shelf,
)
from tests import builders
from tests.markup import soup

# What each page shows more of, and how much of it there is in the end.
PAGES = {
    "/": [(".member-wall li", 60), (".statistic", 70), (".shelf li", 12)],
    "/members/": [(".member-wall li", 30)],
    "/members/?on=2021-08-02": [(".member-wall li", 30)],
    "/statistics/": [(".statistic", 20)],
    "/statistics/breast-cancer-black-women/": [],
    "/populations/others/": [(".statistic", 20)],
    "/figures.json": [],
    "/resources/": [(".shelf li", 12)],
    "/resources/?sort=title": [(".resource-list li", 30)],
    "/resources/?topic=cancer&kind=toolkit": [(".resource-list li", 18)],
    "/resources.atom": [],
    "/commit/": [("select[name=society] option", 81)],
    "/join/": [],
    "/search/?q=society": [(".results li", 10)],
}


@pytest.fixture
def little(site):
    """The loaded site, with a logo and a loose resource so that each kind is there."""
    society = MemberSocietyPage.objects.get(slug="american-college-of-radiology")
    society.logo = builders.image()
    society.save()
    page = ResourcePage.objects.get(slug="health-in-rural-america")
    page.shelf, page.kind, page.about = None, "toolkit", [builders.term("topic", "Cancer")]
    page.save()


def add_ten_times_as_much():
    numbers = range(100, 172)
    logo = builders.image()
    for number in numbers:
        with_logo = {"logo": logo} if number % 10 == 0 else {}
        builders.society(f"Society {number}", slug=f"n{number}", **with_logo)
    source = builders.source()
    for n in numbers[:63]:
        names = {"group": f"Group {n}", "comparison_group": "others"}
        figures = [builders.figure(**names), builders.figure("ratio", value=3, **names)]
        for figure in figures:
            figure.sources = [source]
        builders.statistic(f"S {n}", figures, slug=f"n{n}", on_home_page=True)
    shelf = Shelf.objects.first()
    for n in numbers[:36]:
        typed = {"kind": ("toolkit", "article")[n % 2], "publisher": f"Publisher {n}"}
        typed |= {"about": [("topic", "Cancer"), ("topic", f"Topic {n}")]}
        builders.resource(f"R {n}", shelf.title, slug=f"n{n}", **typed)


def read(address):
    """The page and its queries, once the process is warm and with nothing in a cache."""
    Client().get(address)
    for cache in caches.all():
        cache.clear()
    with CaptureQueriesContext(connection) as captured:
        response = Client().get(address)
    return response, [query["sql"] for query in captured]


def test_pages_with_ten_times_as_much_cost_no_more(little):
    before = {address: read(address)[1] for address in PAGES}
    add_ten_times_as_much()
    for address, grown in PAGES.items():
        response, queries = read(address)
        for selector, number in grown:
            assert len(soup(response).select(selector)) >= number - 1, (address, selector)
        new = "\n".join(sorted(set(queries) - set(before[address])))
        assert len(queries) <= len(before[address]), f"{address}\n{new}"
