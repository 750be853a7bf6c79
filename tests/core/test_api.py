"""The public API: everything published, nothing else, and a clear answer to whatever is asked."""

import json

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.api import ENDPOINTS
from home.sitemaps import SECTIONS
from members.models import MemberSocietyPage
from tests import builders
from tests.core.test_queries import add_ten_times_as_much

every_list = pytest.mark.parametrize("name", ENDPOINTS)


def told(client, name, query=""):
    response = client.get(f"/api/v2/{name}/{query}")
    assert response.status_code == 200, response.content
    return response.json()


@pytest.fixture
def filled(site):
    """The loaded site, with something in each collection."""
    figure = builders.figure("pair", value="39.5", comparison_value=75, unit="%")
    figure.sources = [builders.source(address="https://journal.example/1")]
    builders.statistic("Sourced", [figure], slug="sourced", topics=[builders.term("topic", "A b")])
    builders.resource("Typed", kind="toolkit", publisher="The Press", about=[("topic", "A b")])


def test_the_first_address_leads_to_all_lists(site, client):
    found = client.get("/api/v2/").json()
    assert list(found) == list(ENDPOINTS)
    for address in found.values():
        assert client.get(address).status_code == 200


@every_list
def test_each_thing_in_a_list_is_told_by_itself_as_well(filled, client, name):
    found = told(client, name)
    assert found["items"]
    for item in found["items"]:
        assert client.get(item["meta"]["detail_url"]).json() == item


@every_list
def test_a_list_tells_its_columns_and_no_others(filled, client, name):
    for item in told(client, name)["items"]:
        assert list(item) == ["id", "meta", *ENDPOINTS[name].columns]
        assert list(item["meta"]) == ["type", "detail_url"]


def test_a_society_is_told_with_its_place_in_the_coalition(site, client):
    (acr,) = (s for s in told(client, "societies")["items"] if s["acronym"] == "ACR")
    page = MemberSocietyPage.objects.get(acronym="ACR")
    assert acr["title"] == "American College of Radiology"
    assert (acr["is_member"], acr["member_since"]) == (True, page.standing.since)
    assert acr["page"] == page.full_url


def test_a_statistic_is_told_with_its_figures_as_in_the_file(filled, client):
    in_file = json.loads(client.get("/figures.json").content)["figures"]
    statistics = told(client, "statistics", "?limit=100")["items"]
    figures = [figure for statistic in statistics for figure in statistic["figures"]]
    assert sorted(figures, key=str) == sorted(in_file, key=str)


@pytest.mark.parametrize(
    ("name", "query", "titles"),
    [
        ("resources", "?kind=toolkit", ["Typed"]),
        ("resources", "?topic=a-b&publisher=the-press", ["Typed"]),
        ("resources", "?kind=webinar", []),
        ("statistics", "?topic=a-b", ["Sourced"]),
        ("societies", "?member=false", []),
        ("societies", "?kind=board", ["American Board of Radiology"]),
    ],
)
def test_a_list_is_narrowed_by_what_is_public(filled, client, name, query, titles):
    assert [item["title"] for item in told(client, name, query)["items"]] == titles


def test_a_list_names_where_it_goes_on(site, client):
    address, titles = "/api/v2/societies/?limit=3&fields=_,title", []
    while address:
        found = client.get(address).json()
        titles += [item["title"] for item in found["items"]]
        address = found["meta"]["next"]
    assert titles == [item["title"] for item in told(client, "societies")["items"]]
    assert len(titles) == found["meta"]["total_count"] == 8


def test_a_list_is_in_one_language(filled, client):
    page = MemberSocietyPage.objects.get(acronym="ACR")
    builders.translate(page, title="Colegio")
    assert len(told(client, "societies")["items"]) == 8
    spanish = told(client, "societies", "?locale=es")["items"]
    assert len(spanish) == 8
    assert [s["title"] for s in spanish if s["key"] == str(page.translation_key)] == ["Colegio"]
    assert told(client, "statistics", "?locale=es")["items"] == []
    assert client.get("/api/v2/societies/?locale=es")["Content-Language"] == "es"


BAD = [
    "?nonsense=1",
    "?limit=101",
    "?limit=-1",
    "?limit=x",
    "?offset=1000000000",
    "?offset=" + "9" * 5000,
    "?offset=%00",
    "?fields=nonsense",
    "?fields=" + "a(" * 5000,
    "?fields=a(" * 200,
    "?fields=%00",
    "?fields=owner",
    "?fields=*,owner(email)",
    "?locale=xx",
    "?locale=%00",
    "?search=x",
    "?order=random",
    "?format=api",
    "?internal_note=x",
    "?owner__email__startswith=a",
    "?%00=1",
]


@every_list
def test_what_was_not_declared_is_bad(filled, client, name):
    for query in BAD:
        response = client.get(f"/api/v2/{name}/{query}")
        assert response.status_code == 400, query
        assert response.json()["message"]
        assert "no-store" in response["Cache-Control"]


def test_a_value_that_there_is_not_is_bad_too(filled, client):
    for address in (
        "societies/?kind=nonsense",
        "societies/?kind=%00",
        "societies/?level=%00",
        "statistics/?topic=%00",
        "resources/?kind=nonsense",
        "resources/?topic=%00",
        "resources/?publisher=" + "x" * 10_000,
        "resources/?shelf=1",
        "terms/?kind=x",
    ):
        assert client.get(f"/api/v2/{address}").status_code == 400, address


@every_list
def test_what_is_not_there_is_not_found(site, client, name):
    for key in ("0", "999999999", "999999999999999999999", "x", "-1"):
        assert client.get(f"/api/v2/{name}/{key}/").status_code == 404, key


def test_nothing_can_be_written(site, client):
    for address in ("/api/v2/", *(f"/api/v2/{name}/" for name in ENDPOINTS)):
        for send in (client.post, client.put, client.patch, client.delete):
            assert send(address).status_code == 405


@pytest.mark.parametrize("address", ["/api/v2/", "/api/v2/societies/", "/societies.csv"])
def test_any_site_and_any_cache_may_read_it(site, client, address):
    headers = {"Accept": "text/html", "Authorization": "Basic nonsense"}
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "s-maxage=1" in answer["Cache-Control"]
    assert "Vary" not in answer or "Cookie" not in answer["Vary"]
    assert not answer.cookies
    assert answer["Access-Control-Expose-Headers"] == "ETag"
    unchanged = client.get(address, headers={"If-None-Match": answer["ETag"]})
    assert unchanged.status_code == 304
    assert unchanged["Access-Control-Allow-Origin"] == "*"


def test_a_script_of_another_site_may_ask_whether_something_changed(site, client):
    answer = client.options("/api/v2/societies/")
    assert answer.status_code == 204
    assert "If-None-Match" in answer["Access-Control-Allow-Headers"]


FILES = ["/societies.csv", "/resources.csv", "/figures.csv"]


def queries(address):
    Client().get(address)
    for cache in caches.all():
        cache.clear()
    with CaptureQueriesContext(connection) as captured:
        assert Client().get(address).status_code == 200
    return [query["sql"] for query in captured]


def test_ten_times_as_much_costs_no_more_queries(filled):
    addresses = [*(f"/api/v2/{name}/?limit=100" for name in ENDPOINTS), *FILES]
    addresses += ["/sitemap.xml", *(f"/sitemap-{name}.xml" for name in SECTIONS)]
    before = {address: queries(address) for address in addresses}
    add_ten_times_as_much()
    for address in addresses:
        asked = queries(address)
        new = "\n".join(sorted(set(asked) - set(before[address])))
        assert len(asked) <= len(before[address]), f"{address}\n{new}"
