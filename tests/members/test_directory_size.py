"""Eight hundred societies cost a reader no more than eight."""

import gzip

import pytest
from django.conf import settings
from django.core.cache import caches
from django.core.files.storage import FileSystemStorage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.staticfiles import BundlingStaticFilesStorage
from members.models import MemberSocietyPage, SocietyName
from tests import builders
from tests.many_societies import many_societies
from tests.markup import soup, words

FIRST_ROUND_TRIP = 14 * 1024  # bytes: ten packets, RFC 6928
ADDRESSES = [
    "/",
    "/members/",
    "/members/?on=2021-08-02",
    "/members/?kind=specialty&level=&letter=",
    "/members/?on=nonsense",
]


def queries(address):
    """What a page asks the database, once the process is warm and with nothing in a cache."""
    Client().get(address)
    for cache in caches.all():
        cache.clear()
    with CaptureQueriesContext(connection) as captured:
        Client().get(address)
    return [query["sql"] for query in captured]


def add_792():
    pages = many_societies(792)
    SocietyName.objects.bulk_create(SocietyName(society=p, name=f"Old {p.pk}") for p in pages)


def add_logos():
    MemberSocietyPage.objects.update(logo=builders.image())


def test_as_many_queries_for_eight_hundred_as_for_eight(site):
    add_logos()
    before = {address: len(queries(address)) for address in ADDRESSES}
    add_792()
    add_logos()
    for address in ADDRESSES:
        after = queries(address)
        assert len(after) == before[address], (address, "\n".join(after))


def bundle(folder):
    """The one stylesheet of production, written into a folder."""
    source = FileSystemStorage(settings.BASE_DIR / "static")
    css = (settings.BASE_DIR / "static").rglob("*.css")
    names = [path.relative_to(source.location).as_posix() for path in css]
    storage = BundlingStaticFilesStorage(location=folder)
    storage.write_bundle({name: (source, name) for name in names})
    return (folder / storage.bundle).read_bytes()


@pytest.mark.parametrize("query", ["", "?on=2021-08-02", "?letter=A"])
def test_the_directory_of_eight_hundred_fits_the_first_round_trip(site, client, tmp_path, query):
    add_792()
    response = client.get(f"/members/{query}", headers={"Accept-Encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert "/members/" in gzip.decompress(response.content).decode()
    style = gzip.compress(bundle(tmp_path))
    assert len(style) > 3_000  # all of it
    assert len(response.content) + len(style) <= FIRST_ROUND_TRIP


def test_the_home_page_counts_them_and_leads_to_them_all(site, client):
    add_792()
    section = soup(client.get("/")).select_one("section[aria-labelledby=members]")
    assert words(section.select_one(".lead")).startswith("The coalition includes 800 societies.")
    assert len(section.select(".member-wall li")) == 60
    more = section.select_one("a.more")
    assert (words(more), more["href"]) == ("All 800 members", "/members/")


def test_up_to_sixty_the_home_page_shows_them_all(site, client):
    many_societies(52)
    section = soup(client.get("/")).select_one("section[aria-labelledby=members]")
    assert len(section.select(".member-wall li")) == 60
    assert section.select_one("a.more") is None
