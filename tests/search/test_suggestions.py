"""What the site offers while a reader types."""

import time

import pytest

from search.suggestions import MOST
from tests import builders

ADDRESS = "/search/suggestions/"


def suggested(client, text, address=ADDRESS):
    response = client.get(address, {"q": text})
    assert response.status_code == 200
    return response.json()["suggestions"]


def test_titles_with_words_that_begin_so_are_suggested(site, client):
    titles = ["Colorectal cancer deaths among Black men"]
    assert suggested(client, "cólorec bla") == titles
    assert suggested(client, "olorectal") == []


def test_only_what_readers_may_see_in_their_language_is_suggested(site, client):
    builders.hide(builders.content_page(title="Zeppelin", slug="zeppelin"))
    page = builders.society("Balloon", slug="balloon")
    builders.translate(page, title="Globo")
    assert suggested(client, "zep") == []
    assert suggested(client, "globo") == []
    assert suggested(client, "glob", f"/es{ADDRESS}") == ["Globo"]


def test_there_are_never_many(site, client):
    for number in range(MOST + 3):
        builders.resource(f"Zeppelin {number}")
    assert len(suggested(client, "zepp")) == MOST


@pytest.mark.parametrize("text", ["", "c", "%", "_", "\x00", "'", "x" * 10_000, "a b " * 500])
def test_nothing_typed_breaks_it(site, client, text):
    assert len(suggested(client, text)) <= MOST


def test_a_browser_may_keep_them_and_a_shared_cache_only_as_long_as_a_page(site, client):
    response = client.get(ADDRESS, {"q": "can"})
    said = set(response["Cache-Control"].split(", "))
    assert said == {"public", "max-age=300", "s-maxage=1"}
    assert int(response["X-Accel-Expires"].removeprefix("@")) <= time.time()
    assert not response.cookies
