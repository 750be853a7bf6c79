"""A pledge is taken whatever the mail server does, and its mail arrives once the server does."""

import time

import pytest
from django.core.management import call_command
from django.utils import timezone

from forms.models import OutgoingMail, Pledge
from forms.outbox.sender import send_due
from tests.builders import pledge_answers
from tests.forms.smtp_sink import SILENCE, MuteServer, Sink, free_port, send_to

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def _loaded():
    call_command("sync_roles", verbosity=0)
    call_command("load_site", verbosity=0)


def pledge(client, email):
    """Post a pledge; fail unless it is answered at once and with the thank-you page."""
    begin = time.monotonic()
    response = client.post("/commit/", pledge_answers(email=email))
    # The promise to readers, and not a benchmark: the slow servers here take ten seconds.
    assert time.monotonic() - begin < 5
    assert (response.status_code, response.url) == (303, "/commit/thank-you/")


def is_due_again():
    OutgoingMail.objects.waiting().update(next_attempt_at=timezone.now())


def test_while_the_server_is_away(client, settings):
    port = free_port()
    send_to(settings, port)
    pledge(client, "away@example.org")
    assert send_due().server_lost
    with Sink(port=port) as sink:
        is_due_again()
        send_due()
        assert sink.recipients == ["away@example.org"]


def test_while_the_server_says_nothing(client, settings):
    with MuteServer() as server:
        send_to(settings, server.port, timeout=10)
        pledge(client, "mute@example.org")
        assert server.count_connections() == 0
    assert OutgoingMail.objects.get().state == "waiting"


def test_while_the_server_stops_in_the_middle(client, settings):
    with Sink() as sink:
        send_to(settings, sink.port, timeout=0.5)
        sink.to_text.append(SILENCE)
        pledge(client, "slow@example.org")
        assert send_due().postponed == 1
        is_due_again()
        send_due()
        assert sink.recipients == ["slow@example.org"]


def test_one_refused_address_keeps_nobody_else_from_their_mail(client, settings):
    with Sink() as sink:
        send_to(settings, sink.port)
        sink.to_recipient["refused@example.org"].append("550 no such person")
        pledge(client, "refused@example.org")
        pledge(client, "other@example.org")
        send_due()
        assert sink.recipients == ["other@example.org"]
    assert Pledge.objects.count() == 2
    refused = OutgoingMail.objects.get(recipient="refused@example.org")
    assert (refused.state, refused.last_error) == ("failed", "550 no such person")
