"""A pledge is taken whatever the mail server does; staff see what becomes of its mail."""

import time

import pytest
from django.urls import reverse
from django.utils import timezone

from forms.models import OutgoingMail, Pledge
from forms.outbox.sender import send_due
from tests.builders import pledge_answers
from tests.forms.smtp_sink import DROP, SILENCE, MuteServer, Sink, send_to
from tests.markup import soup, words
from tests.workers import free_port

NOTHING = "-"  # in staff's table


@pytest.fixture
def pledge(site, client):
    """Post a pledge; fail unless it is answered at once and with the thank-you page."""

    def pledge(email):
        begin = time.monotonic()
        response = client.post("/commit/", pledge_answers(email=email))
        # The promise to readers, and not a benchmark: the slow servers here take ten seconds.
        assert time.monotonic() - begin < 5
        assert (response.status_code, response.url) == (303, "/commit/thank-you/")
        assert Pledge.objects.filter(email=email).exists()

    return pledge


@pytest.fixture
def fate(communications):
    """What staff read in the table of mail about an address: state, attempts, what went wrong."""

    def fate(email):
        mail = OutgoingMail.objects.get(recipient=email)
        page = soup(communications.get(reverse("forms_outgoingmail_modeladmin_index")))
        row = page.select_one(f"tr[data-object-pk='{mail.pk}']")
        cells = [words(row.select_one(f".field-{name}")) for name in ("state", "attempts")]
        return *cells, words(row.select_one(".field-trouble"))

    return fate


def is_due_again():
    OutgoingMail.objects.waiting().update(next_attempt_at=timezone.now())


def test_while_the_server_is_away(pledge, fate, settings):
    port = free_port()
    send_to(settings, port)
    pledge("one@example.org")
    assert send_due().server_lost
    pledge("two@example.org")
    state, attempts, trouble = fate("one@example.org")
    assert (state, attempts) == ("waiting", "0")
    assert trouble.startswith("ConnectionRefusedError")
    assert fate("two@example.org") == ("waiting", "0", NOTHING)
    with Sink(port=port) as sink:
        send_due()
        assert sorted(sink.recipients) == ["one@example.org", "two@example.org"]
    assert fate("one@example.org") == fate("two@example.org") == ("sent", "1", NOTHING)


def test_while_the_server_says_nothing(pledge, fate, settings):
    with MuteServer() as server:
        send_to(settings, server.port, timeout=10)
        pledge("mute@example.org")
        assert server.count_connections() == 0
        settings.EMAIL_TIMEOUT = 0.3
        assert send_due().server_lost
    state, attempts, trouble = fate("mute@example.org")
    assert (state, attempts) == ("waiting", "0")
    assert "timed out" in trouble


@pytest.mark.parametrize("answer", [SILENCE, DROP])
def test_while_the_server_is_lost_after_the_text(pledge, fate, settings, answer):
    with Sink() as sink:
        send_to(settings, sink.port, timeout=0.5)
        sink.to_text.append(answer)
        pledge("slow@example.org")
        assert send_due().postponed == 1
        pledge("next@example.org")
        state, attempts, trouble = fate("slow@example.org")
        assert (state, attempts) == ("waiting", "1")
        assert "Connection unexpectedly closed" in trouble
        is_due_again()
        send_due()
        assert sorted(sink.recipients) == ["next@example.org", "slow@example.org"]
    assert fate("slow@example.org") == ("sent", "2", NOTHING)


def test_one_refused_address_keeps_nobody_else_from_their_mail(pledge, fate, settings):
    with Sink() as sink:
        send_to(settings, sink.port)
        sink.to_recipient["refused@example.org"].append("550 no such person")
        pledge("refused@example.org")
        pledge("other@example.org")
        send_due()
        assert sink.recipients == ["other@example.org"]
    assert fate("refused@example.org") == ("failed", "1", "550 no such person")
    assert fate("other@example.org") == ("sent", "1", NOTHING)
