"""What others take along: data files, citations, and what search engines read."""

import csv
import io
import json
from datetime import UTC, datetime

import pytest
from django.utils import translation

from core.models import CoalitionSettings
from resources.reuse import citations
from resources.reuse.rows import DICTIONARY
from tests import builders
from tests.builders import figure
from tests.markup import soup, text_of, words

ALL = ["/figures.csv", "/figures.json"]


def table(response):
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def data(client, address="/figures.json"):
    return json.loads(client.get(address).content)["figures"]


@pytest.fixture
def published(site):
    """A figure with a source, published."""
    one = figure("pair", value="39.5", comparison_value=75, unit="%", place="U.S.", n=1200)
    one.sources = [builders.source(address="https://journal.example/1", licence="CC BY 4.0")]
    return builders.statistic("Screening & care", figures=[one]).figures.get()


def test_all_figures_can_be_had_in_both_forms(site, client):
    rows, objects = table(client.get("/figures.csv")), data(client)
    assert len(rows) == len(objects) == 11
    assert [row["id"] for row in rows] == [found["id"] for found in objects]
    numbers = [float(n) for row in rows for n in (row["value"], row["comparison_value"]) if n]
    assert numbers == [2, 42, 52, 19, 3, 2, 8, 30, 39, 75]


def test_a_file_of_one_figure_holds_just_that(client, published):
    base = published.address.rstrip("/")
    (row,), (found,) = table(client.get(f"{base}.csv")), data(client, f"{base}.json")
    assert list(row) == list(found) == list(DICTIONARY)
    assert (row["value"], row["comparison_value"], row["unit"]) == ("39.5", "75", "%")
    assert (found["value"], found["comparison_value"], found["n"]) == (39.5, 75, 1200)
    assert found["sources"][0]["licence"] == "CC BY 4.0"
    assert "https://journal.example/1" in row["sources"]
    assert found["address"] == f"http://localhost:8000{published.address}"


def test_every_column_is_explained(client, published):
    explained = client.get("/figures/dictionary.csv").content.decode()
    read = text_of(client.get("/figures/dictionary/"))
    assert [name for name in DICTIONARY if name not in explained or name not in read] == []


@pytest.mark.parametrize("address", ALL)
def test_what_readers_may_not_see_is_in_no_file(site, client, address):
    builders.statistic("A draft", figures=[figure(group="Group of the draft")]).unpublish()
    builders.hide(builders.statistic("Private", figures=[figure(group="Group of the private")]))
    answer = client.get(address).content.decode()
    assert "A draft" not in answer
    assert "Private" not in answer
    assert "Made for a test." not in answer  # why it has no source is for staff
    assert "clinician" not in answer


def test_files_of_a_hidden_figure_are_not_found(client, published):
    builders.hide(published.page)
    for end in (".csv", ".json", ".bib", ".ris", "/"):
        assert client.get(published.address.rstrip("/") + end).status_code == 404


@pytest.mark.parametrize("address", [*ALL, "/figures/dictionary.csv"])
def test_any_site_and_any_cache_may_read_them(site, client, address):
    answer = client.get(address)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "s-maxage=1" in answer["Cache-Control"]
    assert client.get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 304


def test_a_spreadsheet_runs_nothing_of_it(site, client):
    builders.statistic("=1+1", figures=[figure(caveat="@SUM(A1)")])
    row = next(row for row in table(client.get("/figures.csv")) if "=1+1" in row["statistic"])
    assert (row["statistic"], row["caveat"]) == ("'=1+1", "'@SUM(A1)")


def test_the_license_is_named_once_it_is_known(site, client):
    assert json.loads(client.get("/figures.json").content)["license"] == {}
    known = {"data_licence": "CC BY 4.0", "data_licence_address": "https://example.org/by/"}
    CoalitionSettings.objects.update(**known)
    named = json.loads(client.get("/figures.json").content)["license"]
    assert named == {"name": "CC BY 4.0", "address": "https://example.org/by/"}


def test_a_translated_figure_keeps_its_id(client, published):
    builders.translate(published.page)
    (found,) = data(client, "/es/figures.json")
    assert found["id"] == str(published.translation_key)
    assert found["language"] == "es"
    assert found["address"] == f"http://localhost:8000/es{published.address}"


def cited(**changes):
    about = {
        "key": "8c6d",
        "author": "The Coalition",
        "title": "Deaths & 50% more_of_them: Some: death",
        "address": "https://example.org/figures/8c6d/",
        "published": datetime(2026, 3, 4, tzinfo=UTC).date(),
        "updated": datetime(2026, 5, 6, tzinfo=UTC).date(),
        "accessed": datetime(2026, 11, 24, tzinfo=UTC).date(),
    }
    return citations.Citation(**about | changes)


def test_a_citation_in_words_follows_ama():
    assert citations.in_words(cited()) == (
        "The Coalition. Deaths & 50% more_of_them: Some: death. Published March 4, 2026. "
        "Updated May 6, 2026. Accessed November 24, 2026. https://example.org/figures/8c6d/"
    )


def test_it_is_written_in_the_language_read():
    with translation.override("es"):
        assert "4 de marzo de 2026" in citations.in_words(cited())


def test_what_was_never_updated_says_so_by_silence():
    assert "Updated" not in citations.in_words(cited(updated=cited().published))


def test_bibtex_escapes_what_tex_would_run():
    entry = citations.bibtex(cited())
    assert r"title = {{Deaths \& 50\% more\_of\_them: Some: death}}" in entry
    assert entry.startswith("@misc{figure-8c6d,")
    assert "year = {2026}" in entry


def test_ris_has_one_field_a_line():
    lines = citations.ris(cited()).split("\r\n")
    assert lines[0] == "TY  - ELEC"
    assert lines[-2:] == ["ER  - ", ""]
    assert "DA  - 2026/05/06/" in lines
    assert all(line[2:6] == "  - " for line in lines[:-1])


def test_a_title_begins_no_field_of_its_own(client, published):
    published.page.title = "One\nTY  - BOOK"
    text = citations.ris(citations.citation(published, "The Coalition"))
    assert "TI  - One TY - BOOK" in text
    assert text.count("\n") == text.count("\r\n") == 10


@pytest.mark.parametrize(("form", "says"), [("bib", "@misc{figure-"), ("ris", "TY  - ELEC")])
def test_citations_can_be_had_as_files(client, published, form, says):
    answer = client.get(f"{published.address.rstrip('/')}.{form}")
    assert says in answer.content.decode()
    assert str(published.translation_key) in answer["Content-Disposition"]


def structured(client, page):
    return json.loads(soup(client.get(page.url)).select_one("script").string)


def test_search_engines_read_what_readers_read(client, published):
    found = structured(client, published.page)
    assert found["@type"] == "Dataset"
    assert found["isBasedOn"][0]["url"] == "https://journal.example/1"
    (variable,) = found["variableMeasured"]
    assert (variable["value"], variable["unitText"]) == (39.5, "%")
    for download in found["distribution"]:
        path = download["contentUrl"].removeprefix("http://localhost:8000")
        assert client.get(path).status_code == 200


def test_nothing_typed_ends_the_element_it_stands_in(site, client):
    page = builders.statistic("</script><script>alert(1)</script>")
    assert structured(client, page)["name"] == page.title
    assert len(soup(client.get(page.url)).select("script")) == 1


def test_a_figure_offers_all_of_it(client, published):
    page = soup(client.get(published.address))
    here = page.select_one(".reuse")
    assert f"/figures/{published.translation_key}/embed/" in words(here.select_one(".snippet"))
    for link in here.select("a"):
        assert client.get(link["href"]).status_code == 200
    card = page.select_one('meta[property="og:image"]')["content"]
    assert card.endswith(f"/figures/{published.translation_key}/card.png")
