"""The library: shelves, what stands on them, and what stands on none."""

from tests import builders
from tests.markup import soup, words


def shelves(client):
    shown = soup(client.get("/resources/")).select(".shelf")
    return {words(s.select_one("h2")): [words(a) for a in s.select("a")] for s in shown}


def test_a_resource_stands_on_the_shelf_it_chose(site, client):
    builders.resource("A new one", shelf="Coalition member resources")
    assert shelves(client)["Coalition member resources"] == ["A new one"]


def test_a_resource_on_no_shelf_is_not_lost(site, client):
    assert "More resources" not in shelves(client)
    builders.resource("A loose one")
    assert shelves(client)["More resources"] == ["A loose one"]


def test_what_readers_may_not_see_stands_on_no_shelf(site, client):
    for shelf in ("Coalition member resources", ""):
        builders.hide(builders.resource("Private", shelf))
        builders.resource("Draft", shelf).unpublish()
    assert not {"Private", "Draft"} & {
        title for found in shelves(client).values() for title in found
    }


def test_a_file_of_ours_is_downloaded(site, client):
    page = builders.resource(document=builders.document())
    link = soup(client.get(page.url)).select_one("article a.button")
    assert words(link) == "Download the resource"
    assert client.get(link["href"]).status_code == 200
