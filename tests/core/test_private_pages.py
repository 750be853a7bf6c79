"""Pages that staff have opened to some people only."""

import pytest
from wagtail.models import PageViewRestriction

from tests import builders
from tests.markup import soup


@pytest.fixture
def private(site):
    """A page that only those see who are logged in."""
    page = builders.content_page(("text", "<p>For members.</p>"))
    builders.hide(page)
    return page


@pytest.fixture
def secret(site):
    """A page with a password."""
    page = builders.content_page(("text", "<p>For friends.</p>"))
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="open sesame"
    )
    return page


def test_who_is_not_logged_in_is_asked_to(private, client):
    response = client.get(private.url, follow=True)
    assert response.status_code == 200
    assert response.redirect_chain[-1][0].startswith("/admin/login/?next=")


def test_who_is_logged_in_reads_it(private, communications):
    assert "For members." in communications.get(private.url).content.decode()


def send(client, page, password):
    form = soup(client.get(page.url)).select_one("main form")
    hidden = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
    return client.post(form["action"], {**hidden, "password": password}, follow=True)


def test_the_right_password_opens_a_page(secret, client):
    assert "For friends." not in client.get(secret.url).content.decode()
    assert "For friends." in send(client, secret, "open sesame").content.decode()


def test_a_wrong_password_does_not(secret, client):
    response = send(client, secret, "wrong")
    assert "For friends." not in response.content.decode()
    assert soup(response).select_one(".errorlist")


def test_no_cache_keeps_the_form_or_the_page(secret, client):
    assert "private" in client.get(secret.url)["Cache-Control"]
    assert "private" in send(client, secret, "open sesame")["Cache-Control"]
