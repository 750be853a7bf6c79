"""The language is in the address: English at /, Spanish at /es/."""

import pytest
from django.test import Client
from wagtail.models import Page

from tests import builders
from tests.markup import soup, text_of, words

PAGES = ["/", "/members/", "/statistics/breast-cancer-black-women/", "/commit/"]


@pytest.mark.parametrize("address", PAGES)
def test_what_is_not_translated_is_shown_at_its_own_address(site, client, address):
    response = client.get(f"/es{address}")
    assert response.status_code == 302
    assert response["Location"].endswith(address)
    assert "/es/" not in response["Location"]


@pytest.mark.parametrize("address", PAGES)
def test_a_translation_is_served_in_its_language(site, client, address):
    page = builders.translate(page_at(address), heading="En español")
    response = client.get(f"/es{address}")
    assert response.status_code == 200
    assert response["Content-Language"] == "es"
    assert soup(response).html["lang"] == "es"
    assert words(soup(response).h1) == "En español"
    assert page.url == f"/es{address}"


@pytest.mark.parametrize("address", PAGES)
def test_both_languages_name_each_other(site, client, address):
    builders.translate(page_at(address))
    for here, there, language in [
        (address, f"/es{address}", "es"),
        (f"/es{address}", address, "en"),
    ]:
        page = soup(client.get(here))
        alternate = page.select_one(f"link[rel=alternate][hreflang={language}]")
        assert alternate["href"].endswith(there)
        switch = page.select_one(f"nav a[lang={language}][hreflang={language}]")
        assert switch["href"] == there


def test_a_translation_that_is_not_published_is_nowhere(site, client):
    page = builders.translate(page_at("/members/"))
    page.unpublish()
    assert "hreflang" not in client.get("/members/").content.decode()
    assert client.get("/es/members/").status_code in (302, 404)


def test_no_preference_of_a_browser_changes_the_language(site, client):
    builders.translate(page_at("/"))
    spanish = Client(headers={"Accept-Language": "es"})
    assert soup(spanish.get("/")).html["lang"] == "en"
    english = Client(headers={"Accept-Language": "en"})
    assert soup(english.get("/es/")).html["lang"] == "es"


def test_the_spanish_menu_leads_to_spanish_pages(site, client):
    builders.translate(page_at("/members/"), title="Miembros")
    menu = soup(client.get("/es/")).select(".site-menu a")
    assert ("Miembros", "/es/members/") in [(words(a), a["href"]) for a in menu]


def test_societies_that_are_not_translated_are_named_all_the_same(site, client):
    builders.translate(page_at("/members/"))
    text = text_of(client.get("/es/members/"))
    assert "American Board of Radiology" in text
    assert len(soup(client.get("/es/members/")).select(".member-wall li")) == 8


def test_a_draft_of_a_translation_hides_no_society(site, client):
    society = page_at("/members/american-college-of-radiology/")
    draft = builders.translate(society)
    draft.unpublish()
    assert len(soup(client.get("/es/members/")).select(".member-wall li")) == 8


def test_numbers_are_written_as_the_language_does(site, client):
    page = builders.statistic(figures=[builders.figure(value="12345.5")], slug="many")
    builders.translate(page)
    assert "12,345.5%" in text_of(client.get("/statistics/many/"))
    assert soup(client.get("/es/statistics/many/")).select_one(".numeral")


def page_at(address):
    """The page of the loaded site at an address."""
    return Page.objects.get(url_path=f"/home{address}").specific


def test_a_page_that_is_not_translated_is_shown_where_it_is(site, client, home):
    builders.translate(home)
    response = client.get("/es/join/")
    assert (response.status_code, response.url) == (302, "/join/")
    assert client.get("/es/nowhere/").status_code == 404
