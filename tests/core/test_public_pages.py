"""A page is the same for every reader, carries no cookie, and any cache may keep it."""

import pytest
from django.test import Client

from forms import minimum_time
from tests import builders

PAGES = [
    "/",
    "/members/",
    "/members/american-college-of-radiology/",
    "/statistics/",
    "/statistics/breast-cancer-black-women/",
    "/resources/",
    "/resources/championing-health-equity-for-all/",
    "/commit/",
    "/commit/thank-you/",
    "/join/",
    "/join/thank-you/",
    "/suggest/",
    "/search/",
    "/search/?q=equity",
]
every_page = pytest.mark.parametrize("address", PAGES)


@every_page
def test_two_readers_get_the_same_bytes_and_no_cookie(site, address, monkeypatch):
    monkeypatch.setattr(minimum_time, "stamp", lambda page: "")  # when the page was drawn
    one = Client(headers={"User-Agent": "One", "Accept-Language": "es"}).get(address)
    two = Client(headers={"Cookie": "visited=yes"}).get(address)
    assert one.status_code == 200
    assert one.content == two.content
    assert not one.cookies
    assert not two.cookies
    assert "Accept-Language" not in one.get("Vary", "")


@every_page
def test_any_cache_may_keep_it(site, client, address):
    response = client.get(address)
    assert "public" in response["Cache-Control"]
    # The site itself keeps a thank-you page for a second already.
    seconds = 0 if address.endswith("thank-you/") else 1
    assert f"s-maxage={seconds}" in response["Cache-Control"]
    assert response["ETag"]


def test_who_has_it_already_is_told_so(site, client):
    etag = client.get("/")["ETag"]
    assert client.get("/", headers={"If-None-Match": etag}).status_code == 304


SUGGESTIONS = '<script src="/static/js/suggestions.js" defer>'


def test_staffs_pages_are_kept_by_nobody(communications):
    response = communications.get("/")
    assert "private" in response["Cache-Control"]
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("address", ["/nowhere/", "/search/?q=%00"])
def test_errors_are_kept_by_nobody(site, client, address):
    response = client.get(address)
    assert response.status_code >= 400
    assert "public" not in response["Cache-Control"]


def test_answers_to_posts_are_kept_by_nobody(site, client):
    assert "no-store" in client.post("/commit/", {})["Cache-Control"]


@every_page
def test_nothing_in_it_needs_a_script_or_another_host(site, client, address):
    html = client.get(address).content.decode()
    for known in ('<script type="application/ld+json">', SUGGESTIONS):  # data; an enhancement
        html = html.replace(known, "")
    assert "<script" not in html
    assert "<style" not in html
    assert " style=" not in html
    assert 'src="http' not in html
    assert "csrfmiddlewaretoken" not in html


def test_a_page_that_needs_a_login_is_not_given_to_readers(site, client):
    page = builders.society("Private", slug="private")
    builders.hide(page)
    response = client.get(page.url)
    assert response.status_code == 302
    assert "/admin/login" in response["Location"] or "login" in response["Location"]
