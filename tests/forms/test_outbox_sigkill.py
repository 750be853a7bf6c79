"""A sender killed in mid-send loses nothing, and sends one mail twice at most."""

from collections import Counter

import pytest
from django.utils import timezone

from forms.models import OutgoingMail
from tests.forms import outbox_process
from tests.forms.outbox_mails import expire_leases, write_many
from tests.forms.smtp_sink import Sink

MAILS = 20
KILL_AT = (7, 15)


class Killer:
    """Kills the sender at the worst moment: its mail is taken, and it has not been told."""

    def __init__(self):
        self.process = None

    def __call__(self, count):
        if count in KILL_AT:
            self.process.kill()
            self.process.wait(30)


def run_sender(sink, killer):
    """Run `manage.py send_outbox`; returns its exit status."""
    killer.process = outbox_process.start(sink.port, "manage.py", "send_outbox")
    return killer.process.wait(60)


@pytest.mark.usefixtures("committed")
def test_twenty_mails_all_arrive_though_their_sender_is_killed_twice():
    written = {mail.message_id for mail in write_many(MAILS)}
    killer = Killer()
    with Sink(on_mail=killer) as sink:
        for count in KILL_AT:
            assert run_sender(sink, killer) == -9
            assert len(sink.mails) == count
            held = OutgoingMail.objects.get(lease_until__isnull=False)
            assert held.message_id == sink.mails[-1]["Message-ID"]
            assert held not in OutgoingMail.objects.due(timezone.now())
            expire_leases()  # and not before may anybody send it
        assert run_sender(sink, killer) == 0
    arrived = Counter(mail["Message-ID"] for mail in sink.mails)
    assert set(arrived) == written
    assert len(sink.mails) - MAILS <= len(KILL_AT)
    assert max(arrived.values()) == 2
    assert list(OutgoingMail.objects.values_list("state", flat=True)) == ["sent"] * MAILS
