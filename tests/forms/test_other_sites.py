"""A form has no token, so a post says itself where it comes from (core/same_site.py)."""

import pytest
from django.test import Client

from forms.models import Pledge
from tests import builders
from tests.markup import soup


@pytest.fixture
def post(site):
    """Post a good pledge with these headers, from a client that checks CSRF as browsers meet it."""

    def post(**headers):
        client = Client(enforce_csrf_checks=True)
        return client.post("/commit/", builders.pledge_answers(), headers=headers)

    return post


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://testserver.evil.example"},
    ],
)
def test_a_post_that_another_site_caused_is_refused(post, headers):
    response = post(**headers)
    assert response.status_code == 403
    assert soup(response).h1
    assert not Pledge.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://testserver"},
    ],
)
def test_a_post_of_our_own_page_or_of_a_client_that_does_not_say_is_taken(post, headers):
    assert post(**headers).status_code == 303


def test_whoever_is_logged_in_is_protected_too(communications):
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert communications.post("/join/", {}, headers=headers).status_code == 403


@pytest.mark.parametrize("address", ["/", "/members/", "/statistics/", "/resources/"])
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_page_without_a_form_takes_no_post(site, client, address, method):
    assert getattr(client, method)(address, {}).status_code == 405


@pytest.mark.parametrize("address", ["/commit/", "/join/", "/commit/thank-you/", "/search/"])
@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_a_form_page_takes_nothing_but_posts(site, client, address, method):
    assert getattr(client, method)(address, {}).status_code == 405


@pytest.mark.parametrize("address", ["/commit/thank-you/", "/search/"])
def test_what_only_answers_takes_no_post(site, client, address):
    assert client.post(address, {}).status_code == 405
