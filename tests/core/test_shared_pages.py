"""The thank-you page is made once a second, whoever is thanked."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core import shared_pages
from tests import builders
from tests.conftest import logged_in
from tests.forms.signers import everything

THANKS = "/commit/thank-you/"


@pytest.fixture(autouse=True)
def _no_haste(monkeypatch):
    """A slow machine needs longer than the second between two readers."""
    monkeypatch.setattr(shared_pages, "SECONDS", 60)


@pytest.fixture
def queries():
    """Ask for an address, and return how many questions that asks the database."""

    def queries(browser, address=THANKS):
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(address).status_code in (200, 302)
        return len(captured)

    return queries


def test_the_second_reader_costs_the_database_nothing(site, client, queries):
    assert queries(client) > 0
    assert queries(Client()) == 0
    assert queries(Client(), "/es/commit/thank-you/") > 0


def test_who_just_signed_is_no_exception(site, client, queries):
    client.get(THANKS)
    browser = Client()
    browser.post("/commit/", builders.pledge_answers())
    assert queries(browser) == 0


def test_both_readers_get_the_same_answer(site, client):
    first, second = client.get(THANKS), Client().get(THANKS)
    assert first.content == second.content
    assert dict(first.headers) == dict(second.headers)


def test_what_follows_the_question_mark_is_not_kept(site, client, queries):
    for number in range(3):
        assert queries(client, f"{THANKS}?x={number}") > 0
    assert len(caches["memory"]._cache) == 0


def test_staff_see_at_once_what_they_changed(site, client, communications):
    before = client.get(THANKS).content
    page = builders.PledgePage.objects.get()
    page.thank_you_heading = "Other words"
    page.save_revision().publish()
    assert client.get(THANKS).content == before  # for a second at most
    assert b"Other words" in communications.get(THANKS).content


def test_nothing_else_is_kept(site, client):
    logged_in(builders.user_in("Communications")).get(THANKS)
    client.get("/thank-you/")
    client.get("/nowhere/thank-you/")
    client.post(THANKS)
    before = everything()
    assert len(caches["memory"]._cache) == 0
    assert everything() == before
