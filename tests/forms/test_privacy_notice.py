"""By each form stands what becomes of what is entered, made from the form itself."""

import pytest
from django import forms
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forms.contact_form import ContactForm
from forms.models import ContactPage, PledgePage
from forms.pledge_form import PledgeForm
from tests import builders
from tests.markup import soup, words

FORMS = {"/commit/": PledgeForm, "/": PledgeForm, "/join/": ContactForm}
each_form = pytest.mark.parametrize("address", FORMS)


@pytest.fixture
def notice(site, client):
    """The notice of the page at an address."""
    return lambda address: soup(client.get(address)).select_one("form details.privacy-notice")


def items(notice):
    return [words(item) for item in notice.select("li")]


def said(notice):
    """What the notice says, by its headings."""
    terms = notice.select("dt")
    return {words(term): words(term.find_next_sibling("dd")) for term in terms}


def test_it_names_what_is_asked_and_what_is_optional(notice):
    consent = PledgePage.objects.get().consent_text
    assert items(notice("/commit/")) == [
        "Your name",
        "E-mail address",
        "Your society (optional)",
        "State (optional)",
        f"{consent} (optional)",
        "When you signed, opened the page to confirm, and confirmed; the language of the page",
    ]
    assert items(notice("/join/")) == [
        "Your name",
        "E-mail address",
        "Message",
        "When you sent it, and the language of the page",
    ]


@each_form
def test_a_field_that_is_added_to_a_form_shows_by_itself(notice, monkeypatch, address):
    added = forms.CharField(label="Shoe size", required=False)
    fields = {**FORMS[address].base_fields, "shoe_size": added}
    monkeypatch.setattr(FORMS[address], "base_fields", fields)
    assert "Shoe size (optional)" in items(notice(address))


@each_form
def test_it_says_why_who_how_long_and_where_to_erase(notice, address):
    assert all(said(notice(address)).values())
    assert list(said(notice(address))) == [
        "What we keep",
        "Why",
        "Who sees it",
        "How long",
        "See or erase it",
    ]


def test_it_follows_the_page_and_the_settings(notice, settings):
    settings.PLEDGE_PENDING_DAYS = 21
    assert said(notice("/commit/"))["How long"].startswith("For 3 years after you last signed")
    PledgePage.objects.update(keep_months=18)
    ContactPage.objects.update(keep_months=12)
    for address in ("/commit/", "/"):
        assert "For 18 months after" in said(notice(address))["How long"]
        assert "within 21 days" in said(notice(address))["How long"]
    assert said(notice("/join/"))["How long"].startswith("For 1 year on this site")


@pytest.mark.parametrize("address", ["/commit/", "/"])
def test_its_link_leads_to_ones_own_page(notice, client, address):
    link = notice(address).select_one("a")["href"]
    assert link == "/commit/yours/"
    assert client.get(link).status_code == 200


def test_it_stays_when_the_form_comes_back_with_errors(site, client):
    page = soup(client.post("/commit/", builders.pledge_answers(email="no address")))
    assert "Your name" in items(page.select_one("details.privacy-notice"))


@each_form
def test_it_asks_the_database_nothing(site, client, monkeypatch, address):
    def queries():
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    with_notice = queries()
    monkeypatch.setattr(FORMS[address], "asked", [])
    page_type = PledgePage if FORMS[address] is PledgeForm else ContactPage
    monkeypatch.setattr(page_type, "privacy_notice", None)
    monkeypatch.setattr(page_type, "own_page", "")
    assert queries() == with_notice
