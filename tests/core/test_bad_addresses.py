"""No address gives a 5xx: what cannot be read or found is answered with a page that says so."""

import pytest

from forms import minimum_time
from tests.markup import soup, text_of

LONG = "x" * 10_000


@pytest.mark.parametrize(
    "address",
    [
        "/%00",
        "/members/%00/",
        "/search/%00",
        "/es/%00/",
        "/media/%00",
        "/documents/1/%00",
        "/commit/thank-you/%00",
        "/admin/%00",
    ],
)
def test_a_nul_byte_in_the_path_is_bad(site, client, address):
    response = client.get(address)
    assert response.status_code == 400
    assert "We could not read that" in text_of(response)


@pytest.mark.parametrize(
    "address",
    [
        "/nowhere/",
        "/members/nobody/",
        "/commit/thank-you/again/",
        "/es/nowhere/",
        "/%FF%FE/",
        "/%F0%9F%98%80/",
        f"/{LONG}/",
        "/media/nothing.jpg",
        "/documents/999999999999999999999/paper.pdf",
        "/home/",
    ],
)
def test_what_is_not_there_is_not_found(site, client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert soup(response).select_one("form[role=search] input[name=q]")


@pytest.mark.parametrize("address", ["/media/../manage.py", "/media/%2e%2e/manage.py"])
def test_no_address_leads_out_of_the_folder_of_files(site, client, address):
    assert client.get(address).status_code == 404


@pytest.fixture
def _no_clock(monkeypatch):
    """Let the forms not say when they were drawn, the one thing that differs in a second."""
    monkeypatch.setattr(minimum_time, "stamp", lambda page: "")


@pytest.mark.usefixtures("_no_clock")
@pytest.mark.parametrize("query", ["?%00", "?a=%FF", f"?{LONG}", "?pages=2", "?lang=%00", "?=&=&"])
@pytest.mark.parametrize("address", ["/", "/members/", "/members/?on=2021-08-02", "/commit/"])
def test_a_parameter_that_a_page_does_not_know_changes_nothing(site, client, address, query):
    response = client.get(address + query.replace("?", "&" if "?" in address else "?"))
    assert response.status_code == 200
    assert response.content == client.get(address).content


@pytest.mark.usefixtures("_no_clock")
@pytest.mark.parametrize("query", ["?page=%00", "?on=2021-08-02", "?letter=Z"])
@pytest.mark.parametrize("address", ["/", "/resources/", "/commit/"])
def test_what_follows_the_question_mark_changes_no_page(site, client, address, query):
    response = client.get(address + query)
    assert response.status_code == 200
    assert response.content == client.get(address).content
