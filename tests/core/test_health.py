"""What `/healthz/` tells whoever watches over the site."""

from datetime import timedelta

import pytest
from django.utils import timezone

from forms.models import OutgoingMail
from tests import builders


def health(client):
    response = client.get("/healthz/")
    return response.status_code, response.json()


@pytest.fixture
def mail(site, client):
    """A mail that waits since just now."""
    client.post("/commit/", builders.pledge_answers())
    return OutgoingMail.objects.get()


def wait(mail, minutes, state="waiting"):
    written = timezone.now() - timedelta(minutes=minutes)
    OutgoingMail.objects.filter(pk=mail.pk).update(created_at=written, state=state)


def test_all_is_well(site, client):
    assert health(client) == (200, {"status": "ok", "warnings": []})


def test_a_mail_that_has_just_been_written_is_no_news(mail, client):
    wait(mail, 14)
    assert health(client)[1]["status"] == "ok"


def test_a_mail_that_waits_for_long_is_a_warning(mail, client):
    wait(mail, 16)
    warning = ["mail is waiting for over 15 minutes"]
    assert health(client) == (200, {"status": "warn", "warnings": warning})


@pytest.mark.parametrize("state", ["sent", "failed"])
def test_a_mail_that_no_longer_waits_is_none(mail, client, state):
    wait(mail, 60, state)
    assert health(client)[1]["status"] == "ok"


def test_nobody_keeps_the_answer_and_it_needs_no_language(site, client):
    response = client.get("/healthz/")
    assert "no-store" in response["Cache-Control"]
    assert client.get("/es/healthz/").status_code == 404
