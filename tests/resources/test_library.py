"""The library: shelves, what stands on them, and what stands on none."""

from html import unescape
from urllib.parse import urldefrag, urljoin
from xml.etree import ElementTree

import pytest

from resources.models import ResourceIndexPage, Shelf, Term
from tests import builders
from tests.markup import soup, text_of, words


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


@pytest.fixture
def library(site):
    """Five resources, each of another make."""
    cancer, rural = ("topic", "Cancer"), ("population", "rural areas")
    patients, clinicians = ("audience", "patients and families"), ("audience", "other clinicians")
    builders.resource(
        "Screening kit",
        kind="toolkit",
        publisher="CDC",
        about=[cancer, rural],
        audiences=[clinicians],
        language="en",
        reading_level="professional",
        access="free",
        published_on="2024-05-01",
    )
    builders.resource(
        "Mamografías",
        slug="mamografias",
        kind="handout",
        publisher="CDC",
        about=[cancer],
        audiences=[patients],
        language="es",
        reading_level="plain",
        access="free",
        published_on="2025-05-01",
    )
    builders.resource("apples and health", kind="toolkit", about=[rural], access="paid")
    builders.hide(builders.resource("Private kit", kind="toolkit", publisher="CDC", about=[cancer]))
    builders.resource("Draft kit", kind="toolkit", publisher="CDC", about=[cancer]).unpublish()


def listed(client, query):
    """The titles that a page of the library lists."""
    return [words(a) for a in soup(client.get(f"/resources/{query}")).select(".resource-list a")]


def facets(client, query=""):
    """The options that a page offers, by facet, with their counts."""
    shown = soup(client.get(f"/resources/{query}"))
    return {
        name["id"].removeprefix("by-"): [
            words(option) for option in name.find_next("ul").select("a")
        ]
        for name in shown.select(".facets .facet-name")
    }


ATOM = "{http://www.w3.org/2005/Atom}"
KIT, MAMMO, APPLES = "Screening kit", "Mamografías", "apples and health"


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("?kind=toolkit", [APPLES, KIT]),
        ("?kind=toolkit&topic=cancer", [KIT]),
        ("?topic=cancer&population=rural-areas", [KIT]),
        ("?population=rural-areas", [APPLES, KIT]),
        ("?audience=patients-and-families", [MAMMO]),
        ("?publisher=cdc", [MAMMO, KIT]),
        ("?publisher=cdc&sort=newest", [MAMMO, KIT]),
        ("?kind=toolkit&sort=newest", [KIT, APPLES]),
        ("?publisher=cdc&sort=added", [MAMMO, KIT]),
        ("?language=es", [MAMMO]),
        ("?level=plain", [MAMMO]),
        ("?access=paid", [APPLES]),
        ("?access=paid&language=es", []),
    ],
)
def test_readers_choose_by_links(library, client, query, titles):
    assert listed(client, query) == titles


def test_facets_count_what_each_choice_would_show(library, client):
    assert facets(client)["kind"] == ["All kinds", "Toolkit 2", "Handout 1"]
    assert facets(client, "?topic=cancer")["kind"] == ["All kinds", "Handout 1", "Toolkit 1"]
    narrow = facets(client, "?topic=cancer&kind=toolkit")
    assert narrow["kind"] == ["All kinds", "Handout 1", "Toolkit 1"]
    assert narrow["publisher"] == ["All publishers", "CDC 1"]
    assert narrow["language"] == ["All languages", "English 1"]


def test_every_option_leads_to_as_many_as_it_says(library, client):
    shown = soup(client.get("/resources/?topic=cancer"))
    options = [a for a in shown.select(".facets a") if a.span]
    assert len(options) > 8
    for option in options:
        assert len(listed(client, option["href"])) == int(option.span.text), option


def test_the_search_box_of_the_library_finds_resources_only(site, client):
    form = soup(client.get("/resources/")).select_one("main form[role=search]")
    asked = {field["name"]: field.get("value", "rural") for field in form.select("input")}
    found = soup(client.get(form["action"], asked)).select(".results .kind")
    assert [kind.text for kind in found] == ["Resources", "Resources"]


def test_a_choice_is_taken_back(library, client):
    shown = soup(client.get("/resources/?topic=cancer&kind=toolkit"))
    links = {words(a): a["href"] for a in shown.select(".removals a")}
    assert links == {
        "Toolkit": "?topic=cancer",
        "Cancer": "?kind=toolkit",
        "Start again": "/resources/",
    }


def test_every_choice_and_every_second_one_leads_somewhere(library, client):
    """Crawled from the library: each facet, each pair of choices, order, feed and table."""
    seen, waiting = set(), ["/resources/"]
    while waiting:
        address = waiting.pop()
        seen.add(address)
        response = client.get(address)
        assert response.status_code == 200, address
        assert "Private kit" not in str(response.content), address
        if "text/html" not in response["Content-Type"]:
            continue
        links = soup(response).select(".library a[href], link[type='application/atom+xml']")
        found = {urljoin(address, a["href"]) for a in links if not a["href"].startswith("http")}
        waiting += (
            {urldefrag(link).url for link in found if link.count("&") < 2} - seen - {*waiting}
        )
    assert len([address for address in seen if "&" in address]) > 100
    assert len([address for address in seen if ".atom" in address]) > 40
    assert len([address for address in seen if ".csv" in address]) > 40


@pytest.mark.parametrize("value", ["telepathy", "x" * 10_000, "%00", "'; DROP TABLE--", "(((", "é"])
@pytest.mark.parametrize("name", ["kind", "topic", "publisher", "shelf", "sort", "language"])
def test_a_choice_that_there_is_not_is_named(library, client, name, value):
    response = client.get(f"/resources/?{name}={value}&access=free")
    assert response.status_code == 422
    assert "is not among the choices" in text_of(response)
    assert listed(client, f"?{name}={value}&access=free") == [MAMMO, KIT]


@pytest.mark.parametrize("page", ["0", "-1", "1000000000", "x"])
def test_a_page_that_there_is_not_is_not_found(library, client, page):
    assert client.get(f"/resources/?sort=title&page={page}").status_code == 404


def test_a_list_has_pages_that_keep_the_choice(library, client):
    for number in range(31):
        builders.resource(f"Guide {number}", slug=f"guide-{number}", kind="guideline")
    first = soup(client.get("/resources/?kind=guideline"))
    link = first.select_one(".pagination a[rel=next]")
    assert listed(client, link["href"]) == ["Guide 9"]
    shown = soup(client.get("/resources/" + link["href"]))
    assert shown.select_one("link[rel=canonical]")["href"].endswith("?kind=guideline&page=2")


def test_a_long_shelf_leads_to_all_of_it(site, client):
    for number in range(13):
        title, on = f"Guide {number}", "National association or foundation resources"
        builders.resource(title, on, slug=f"guide-{number}")
    shelf = soup(client.get("/resources/")).select(".shelf")[1]
    assert len(shelf.select("li")) == 12
    assert words(shelf.select_one(".more")).startswith("All 17:")
    assert len(listed(client, shelf.select_one(".more")["href"].partition("/resources/")[2])) == 17


def test_what_a_society_adds_is_chosen_by_the_members_shelf(site, client):
    builders.resource("Ours", below=builders.society())
    shelf = soup(client.get("/resources/")).select_one(".shelf")
    assert [words(a) for a in shelf.select("li a")] == ["Ours"]
    link = soup(client.get("/resources/?sort=title")).select_one(".facet-shelf a[href*=shelf]")
    others = soup(client.get("/resources/?sort=title")).select(".facet-shelf a[href*=shelf]")[1]
    assert {words(link), words(others)} == {
        "Coalition member resources 1",
        "National association or foundation resources 4",
    }


def test_of_two_shelves_for_the_members_the_first_is_meant(site, client):
    Shelf.objects.update(for_members=True)
    builders.resource("Ours", below=builders.society())
    for option in soup(client.get("/resources/?sort=title")).select(".facet-shelf a[href*=shelf]"):
        assert len(listed(client, option["href"])) == int(option.span.text), option


def test_a_term_without_words_goes_by_its_part_of_the_address(site, client):
    page = builders.resource("Ours")
    page.about.add(Term.objects.create(kind="topic", slug="no-words"))
    page.save()
    assert listed(client, "?topic=no-words") == ["Ours"]
    assert facets(client)["topic"] == ["All topics", "No-words 1"]


def entries(client, query=""):
    feed = client.get(f"/resources.atom{query}")
    assert feed.status_code == 200
    assert feed["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(feed.content).findall(f"{ATOM}entry")  # noqa: S314 - our own


def test_a_feed_has_what_was_chosen_the_last_added_first(library, client):
    shown = soup(client.get("/resources/?topic=cancer&sort=newest"))
    link = shown.select_one("link[type='application/atom+xml']")["href"]
    assert link == "/resources.atom?topic=cancer"
    found = entries(client, "?topic=cancer")
    assert [entry.findtext(f"{ATOM}title") for entry in found] == [MAMMO, KIT]
    assert found[0].findtext(f"{ATOM}author/{ATOM}name") == "CDC"


def test_a_summary_is_text_in_the_feed(site, client):
    builders.resource(summary="For <5% & </script><script>alert(1)</script>")
    html = entries(client)[0].findtext(f"{ATOM}summary")
    assert "<" not in html
    assert unescape(html) == "For <5% & </script><script>alert(1)</script>"


@pytest.mark.parametrize("query", ["?kind=telepathy", "?topic=%00"])
def test_a_feed_of_nothing_is_not_found(library, client, query):
    assert client.get(f"/resources.atom{query}").status_code == 404


def test_a_resource_tells_what_it_is(library, client):
    facts = words(soup(client.get("/resources/mamografias/")).select_one(".facts"))
    for fact in (
        "Handout",
        "May 1, 2025",
        "Patients and families",
        "Spanish",
        "Plain words",
        "Free",
    ):
        assert fact.casefold() in facts.casefold()


def test_a_video_is_watched_and_nothing_is_loaded_from_elsewhere(site, client):
    page = builders.resource(video="https://video.example/1")
    shown = soup(client.get(page.url))
    assert words(shown.select_one("article a.button")) == "Watch the video"
    assert not shown.select("iframe, video, script[src^=http]")


def test_a_shelf_keeps_its_resources_when_the_library_is_published_again(communications, client):
    """The row that a revision made must stay the same row when the next one is published."""
    library = ResourceIndexPage.objects.get()
    library.shelves.add(Shelf(title="New shelf", sort_order=9))
    library.save_revision().publish()
    page = builders.resource("On the new one", shelf="New shelf")
    library = ResourceIndexPage.objects.get().get_latest_revision_as_object()
    library.save_revision().publish()
    assert shelves(client)["New shelf"] == [page.title]
