"""Error pages look like the site, speak its language, and need no database."""

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client, RequestFactory
from django.utils import translation

from core import views
from core.models import CoalitionSettings
from tests.markup import soup, text_of, words

HEADINGS = {
    400: "We could not read that",
    403: "You do not have access to this page",
    404: "There is no such page",
    500: "Something went wrong on our side",
    503: "We will be back in a moment",
}
every_error = pytest.mark.parametrize("status", HEADINGS)


@pytest.fixture
def no_query(site, django_assert_num_queries):
    """The loaded site, which must not be asked anything."""
    with django_assert_num_queries(0):
        yield


@every_error
def test_an_error_page_is_drawn_without_the_database(no_query, status):
    response = views.render_error(RequestFactory().get("/x/"), status)
    assert response.status_code == status
    page = soup(response)
    assert words(page.h1) == HEADINGS[status]
    assert page.html["lang"] == "en"
    assert page.select_one("link[rel=stylesheet][href*='css/site']")
    assert words(page.select_one(".site-header .site-name")) == "Radiology Health Equity Coalition"
    assert page.select_one("main a[href='/']")
    assert words(page.title).startswith(HEADINGS[status])


@every_error
def test_an_error_page_speaks_the_language_of_the_address(no_query, status):
    with translation.override("es"):
        page = soup(views.render_error(RequestFactory().get("/es/x/"), status))
    assert page.html["lang"] == "es"
    assert words(page.h1) != HEADINGS[status]


@pytest.fixture
def patient():
    """A browser that is shown what a server's error gives."""
    return Client(raise_request_exception=False)


def break_with(monkeypatch, error):
    def fail(*_):
        raise error

    monkeypatch.setattr(CoalitionSettings, "for_request", fail)


def test_an_error_of_ours_is_a_500_that_tells_nothing(site, patient, monkeypatch):
    break_with(monkeypatch, RuntimeError("secret-detail"))
    response = patient.get("/")
    assert response.status_code == 500
    assert HEADINGS[500] in text_of(response)
    assert "secret-detail" not in response.content.decode()
    assert "Retry-After" not in response


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_database_that_goes_away_is_a_503(site, patient, monkeypatch, error):
    break_with(monkeypatch, error("gone"))
    response = patient.get("/")
    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert HEADINGS[503] in text_of(response)


@pytest.fixture
def no_database(monkeypatch):
    """A site whose database cannot be reached."""

    def refuse(*_):
        raise OperationalError("no database")

    monkeypatch.setattr(connection._connections["default"], "ensure_connection", refuse)


@pytest.mark.parametrize("address", ["/", "/members/", "/es/", "/search/?q=x", "/nowhere/"])
def test_without_a_database_every_page_is_a_503(no_database, patient, address):
    response = patient.get(address)
    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert soup(response).html["lang"] == ("es" if address == "/es/" else "en")


def test_without_a_database_a_pledge_is_a_503_and_not_a_thank_you(no_database, patient):
    assert patient.post("/commit/", {"name": "Ada"}).status_code == 503


def test_the_search_box_of_a_404_searches(site, client):
    form = soup(client.get("/nowhere/")).select_one("main form[role=search]")
    assert client.get(form["action"], {"q": "hepatitis"}).status_code == 200


def test_without_a_database_the_health_check_says_so(no_database, patient):
    response = patient.get("/healthz/")
    assert response.status_code == 503
    assert response.json() == {"status": "down", "warnings": ["database"]}
