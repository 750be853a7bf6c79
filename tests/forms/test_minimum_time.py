"""A form that comes back at once was not read by a person."""

import time

import pytest

from forms import minimum_time
from forms.models import ContactPage, Message, OutgoingMail, Pledge, PledgePage
from tests.builders import message_answers, pledge_answers
from tests.markup import soup


def hidden(page):
    form = soup(page).select_one("form[method=post]")
    return {box["name"]: box["value"] for box in form.select("input[type=hidden]")}


@pytest.mark.parametrize("waited", [True, False])
@pytest.mark.parametrize("address", ["/", "/commit/"])
def test_who_waits_is_a_person(site, client, monkeypatch, address, waited):
    answers = {"name": "Ada", "email": "ada@example.org", **hidden(client.get(address))}
    later = time.time() + (minimum_time.SECONDS + 1 if waited else 0)
    monkeypatch.setattr(time, "time", lambda: later)
    assert client.post("/commit/", answers)["Location"] == "/commit/thank-you/"
    assert Pledge.objects.get().is_suspect != waited
    assert OutgoingMail.objects.exists() == waited


def of_another_page(site):
    return minimum_time.stamp(ContactPage.objects.get())


@pytest.mark.parametrize(
    "since", ["", "1", "1:zzzzzz:forged", "x" * 5000, "1:\x00:y", of_another_page]
)
def test_who_does_not_say_when_the_form_was_drawn_is_a_robot(site, client, since):
    since = since(site) if callable(since) else since
    response = client.post("/commit/", pledge_answers(since=since))
    assert response.status_code in (303, 422)
    assert not OutgoingMail.objects.exists()


def test_who_took_days_is_a_person(site, client, monkeypatch):
    answers = pledge_answers()
    later = time.time() + 30 * 24 * 60 * 60
    monkeypatch.setattr(time, "time", lambda: later)
    client.post("/commit/", answers)
    assert not Pledge.objects.get().is_suspect


def test_an_error_is_corrected_at_once_by_a_person(site, client):
    response = client.post("/commit/", pledge_answers(name=""))
    answers = {"name": "Ada", "email": "ada@example.org", **hidden(response)}
    client.post("/commit/", answers)
    assert not Pledge.objects.get().is_suspect


def test_the_other_forms_have_the_same_rule(site, client):
    client.post("/join/", message_answers(since=minimum_time.stamp(ContactPage.objects.get())))
    assert Message.objects.get().is_suspect
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("address", ["/", "/commit/", "/join/"])
def test_a_page_has_one_etag_whenever_it_is_drawn(site, client, monkeypatch, address):
    first = client.get(address)
    later = time.time() + 3600
    monkeypatch.setattr(time, "time", lambda: later)
    second = client.get(address)
    assert first.content != second.content
    assert first["ETag"] == second["ETag"]
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    page = PledgePage.objects.get() if address != "/join/" else ContactPage.objects.get()
    page.action_label = "Another word"
    page.save()
    assert client.get(address)["ETag"] != first["ETag"]
