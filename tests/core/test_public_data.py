"""Everything that others read or take: nothing private in it, and nothing in it leads nowhere."""

import json
import re
from collections import Counter
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.urls import URLResolver, get_resolver
from PIL import Image

from core.models import CoalitionSettings, SocialLink
from home.models import HomePage
from members.models import MemberSocietyPage
from resources.models import StatisticPage
from tests import builders
from tests.markup import soup

SECRET = "vwqzzkjx"
DATA = [
    *("/robots.txt", "/sitemap.xml", "/data/", "/api/v2/"),
    *("/societies.csv", "/resources.csv", "/figures.csv", "/figures.json", "/resources.atom"),
    "/figures/dictionary.csv",
    *("/es/societies.csv", "/es/figures.csv", "/es/data/"),
]
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IN_A_BODY = re.compile(rf"{re.escape(settings.SITE_URL)}(/[^\s\"'<>,;\\\\)]*)")


@pytest.fixture
def planted(site):
    """The loaded site in both languages, with everything about which readers may know nothing."""
    by = builders.superuser(f"{SECRET}@example.org")
    page = StatisticPage.objects.get(slug="breast-cancer-black-women")
    StatisticPage.objects.filter(pk=page.pk).update(
        internal_note=SECRET, disagreement_reason=SECRET, kept_by=by, owner=by
    )
    page.figures.update(unsourced_reason=SECRET)
    builders.resource(
        "Resource", kept_by=by, owner=by, kind="toolkit", address="https://x.example/"
    )
    for make in (builders.resource, builders.statistic, builders.society):
        builders.hide(make(f"Hidden {SECRET}", slug=f"hidden-{SECRET}"))
        make(f"Draft {SECRET}", slug=f"draft-{SECRET}").unpublish()
    with_source = builders.figure(group=f"Group {SECRET}")
    with_source.sources = [builders.source(f"Source {SECRET}")]
    builders.hide(builders.statistic(f"Private {SECRET}", [with_source]))
    builders.resource("Draft", publisher=f"Publisher {SECRET}").unpublish()
    builders.hide(builders.content_page(title=SECRET, slug=SECRET))
    builders.translate(page, title="Cáncer de mama")
    draft = HomePage.objects.first()
    draft.introduction = f"<p>{SECRET}</p>"
    draft.save_revision()


def routes(patterns, above=""):
    """Every route of the site that has no part to fill in."""
    for pattern in patterns:
        route = f"{above}{pattern.pattern}".replace("^", "")
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        elif not set("<(") & set(route):
            yield f"/{route}"


def data_of_the_resolver():
    """The routes that give data, by how they end or begin."""
    ends = (".csv", ".atom", ".xml", ".txt", ".json")
    found = set(routes(get_resolver().url_patterns))
    return {route for route in found if route.endswith(ends) or route.startswith("/api/")}


def crawl(client, addresses):
    """Each address that these answers name on this site, and what was answered."""
    found, waiting = {}, list(addresses)
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        response = client.get(address)
        found[address] = response
        if not response["Content-Type"].startswith(("text/html", "image/")):
            body = response.content.decode().replace("&amp;", "&")
            waiting += [path for path in IN_A_BODY.findall(body) if path not in found]
    return found


def test_what_the_data_name_is_there_and_nothing_private_is(planted, client, say):
    answers = crawl(client, DATA)
    codes = Counter(response.status_code for response in answers.values())
    say(f"Crawled from the data of the site: {dict(codes)}")
    assert [a for a, r in answers.items() if r.status_code != 200] == []
    told = (f"{r.headers}{r.content.decode(errors='replace')}" for r in answers.values())
    assert [a for a, text in zip(answers, told, strict=True) if SECRET in text] == []
    assert len(answers) > 100
    assert data_of_the_resolver() <= set(answers)


def test_the_crawl_would_find_it(planted, client):
    StatisticPage.objects.filter(internal_note=SECRET).update(caveat=SECRET)
    told = [a for a, r in crawl(client, ["/api/v2/"]).items() if SECRET.encode() in r.content]
    assert any(address.startswith("/api/v2/statistics/") for address in told)


def tree(client, address):
    return ElementTree.fromstring(client.get(address).content)  # noqa: S314


def entries(client):
    """The elements of all sitemaps, by the address that each is about."""
    parts = [part.text for part in tree(client, "/sitemap.xml").iter(f"{SITEMAP}loc")]
    urls = [url for part in parts for url in tree(client, part).iter(f"{SITEMAP}url")]
    return {url.find(f"{SITEMAP}loc").text.removeprefix(settings.SITE_URL): url for url in urls}


def test_the_sitemap_names_each_language_of_a_page_and_when_it_was_published(planted, client):
    found = entries(client)
    url = found["/statistics/breast-cancer-black-women/"]
    links = {link.get("hreflang"): link.get("href") for link in url}
    assert links["en"] == links["x-default"]
    assert links["en"].endswith("/statistics/breast-cancer-black-women/")
    assert links["es"].endswith("/es/statistics/breast-cancer-black-women/")
    assert url.find(f"{SITEMAP}lastmod").text
    assert {"/", "/es/", "/members/american-college-of-radiology/", "/populations/"} <= set(found)
    assert {"/populations/black-women/", "/es/populations/black-women/", "/data/"} <= set(found)


def test_every_page_in_the_sitemap_has_a_title_and_a_description_of_its_own(planted, client):
    titles, lacking, wrong = Counter(), [], []
    for address in entries(client):
        page = soup(client.get(address))
        titles[page.html["lang"], page.title.string.strip()] += 1
        of = {tag.get("property") or tag.get("name"): tag.get("content") for tag in page("meta")}
        if not (of.get("description") and of.get("og:title") and of.get("og:image")):
            lacking.append(address)
        if page.select_one("link[rel=canonical]")["href"] != settings.SITE_URL + address:
            wrong.append(address)
    assert [title for title, times in titles.items() if times > 1] == []
    assert lacking == []
    assert wrong == []


@pytest.mark.parametrize("p", ["0", "x", "1000000000", "%00"])
def test_there_is_no_other_part_of_a_sitemap(site, client, p):
    assert client.get(f"/sitemap-pages.xml?p={p}").status_code == 404
    assert client.get("/sitemap-nonsense.xml").status_code == 404


def test_a_long_sitemap_has_parts(site, client, monkeypatch):
    monkeypatch.setattr("core.sitemaps.LanguagesSitemap.limit", 10)
    assert b"sitemap-pages.xml?p=2" in client.get("/sitemap.xml").content
    assert len(entries(client)) > 30


def test_robots_are_kept_out_of_what_has_no_end(site, client):
    text = client.get("/robots.txt", headers={"Host": "localhost"}).content.decode()
    for line in ("/admin/", "/search/", "/es/search/", "/*?*&"):
        assert f"\nDisallow: {line}\n" in text
    assert "\nSitemap: http://localhost/sitemap.xml\n" in text


def data_of(client, address):
    return json.loads(soup(client.get(address)).select_one("script").string)


def test_search_engines_read_who_the_coalition_is(site, client):
    coalition = CoalitionSettings.for_site(site)
    CoalitionSettings.objects.update(postal_address="1 Road")
    SocialLink.objects.create(coalition=coalition, label="X", address="https://x.example/us")
    found = data_of(client, "/")
    assert (found["@type"], found["name"]) == ("Organization", coalition.name)
    assert (found["address"], found["sameAs"]) == ("1 Road", ["https://x.example/us"])
    assert len(found["member"]) == 8
    for member in found["member"]:
        assert client.get(member["url"].removeprefix(settings.SITE_URL)).status_code == 200


def test_and_who_its_members_are(site, client):
    found = data_of(client, "/members/american-college-of-radiology/")
    assert (found["@type"], found["alternateName"]) == ("Organization", "ACR")
    assert found["memberOf"]["name"] == CoalitionSettings.for_site(site).name
    former = builders.society("Former </script><b>", slug="former", level="former")
    found = data_of(client, former.url)
    assert found["name"] == "Former </script><b>"
    assert "memberOf" not in found


def test_a_resource_is_told_as_what_it_is(site, client):
    page = builders.resource("T", kind="toolkit", access="paid", address="https://t.example/")
    found = data_of(client, page.url)
    assert (found["@type"], found["sameAs"]) == ("LearningResource", ["https://t.example/"])
    assert found["isAccessibleForFree"] is False
    assert "license" not in found


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("CC BY 4.0", {"@type": "CreativeWork", "name": "CC BY 4.0"}),
        ("https://example.org/by/4.0/", "https://example.org/by/4.0/"),
    ],
)
def test_a_resource_names_its_license_and_its_video(site, client, typed, told):
    both = {"address": "https://t.example/", "video": "https://v.example/"}
    page = builders.resource("T", licence=typed, **both)
    found = data_of(client, page.url)
    assert found["license"] == told
    assert found["sameAs"] == list(both.values())


def test_a_page_has_a_picture_that_says_what_it_says(site, client):
    page = MemberSocietyPage.objects.get(acronym="ACR")
    address = soup(client.get(page.url)).select_one("[property='og:image']")["content"]
    path = address.removeprefix(settings.SITE_URL)
    first = client.get(path)
    assert Image.open(BytesIO(first.content)).size == (1200, 630)
    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 304
    page.title = "Another name"
    page.save_revision().publish()
    assert client.get(path).content != first.content
    builders.hide(page)
    assert client.get(path).status_code == 404
    for none in ("/cards/1.png", "/cards/999999999.png", "/cards/9999999999999.png"):
        assert client.get(none).status_code == 404


def test_the_page_of_a_list_is_its_own(site, client):
    for number in range(25):
        builders.statistic(f"S {number}", slug=f"s{number}")
    page = soup(client.get("/statistics/?page=2"))
    assert page.select_one("link[rel=canonical]")["href"].endswith("/statistics/?page=2")
    assert (
        soup(client.get("/statistics/?page=1"))
        .select_one("[rel=canonical]")["href"]
        .endswith("/statistics/")
    )


def test_a_table_of_resources_holds_what_was_chosen(site, client):
    builders.resource("=Typed", kind="toolkit")
    rows = client.get("/resources.csv?kind=toolkit").content.decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert '"\'=Typed"' in rows[1]
    assert client.get("/resources.csv?kind=nonsense").status_code == 404
    assert client.get("/resources.csv?kind=%00").status_code == 404
    listed = soup(client.get("/resources/?kind=toolkit"))
    assert listed.select_one("a[href='/resources.csv?kind=toolkit']")


def test_everything_is_explained(site, client):
    page = soup(client.get("/data/"))
    assert {a["href"] for a in page.select("main a")} >= {"/societies.csv", "/api/v2/societies/"}
    for link in page.select("main a"):
        assert client.get(link["href"]).status_code == 200
