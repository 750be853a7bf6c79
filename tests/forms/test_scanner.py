"""A gateway's scanner opens every link of every mail, and nothing comes of it."""

import re
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from forms import mail_samples, pledge_states
from forms.models import OutgoingMail, Pledge, PledgePage
from forms.purposes import LABELS
from forms.reminders import remind_all
from members.models import MemberSocietyPage
from members.sections import open_section
from tests import builders
from tests.forms.contributors import contributed
from tests.forms.outbox_mails import write
from tests.forms.signers import asked_long_ago, links_of
from tests.members.snapshot import snapshot


@pytest.fixture
def _every_mail(site, client, settings):
    """A mail for each purpose that there is, and one that can be unsubscribed from."""
    settings.EMAIL_BACKEND = "forms.outbox.backend.OutboxBackend"
    builders.user_in("Communications", email="staff@example.org")
    for state in ("new", "reminded", "confirmed", "withdrawn"):
        sign(client, state)
    asked_long_ago(days=6)
    remind_all()
    asked_long_ago(hours=1)  # or who was asked just now is not asked again
    for state in ("reminded", "confirmed", "withdrawn"):
        sign(client, state)
    client.post("/commit/yours/", {"email": address_of("confirmed")})
    client.post("/join/", builders.message_answers())
    contributed(client)
    mail_samples.send_to(PledgePage.objects.get(), "staff@example.org")
    society = MemberSocietyPage.objects.get(slug="american-college-of-radiology")
    builders.invitation(open_section(society), "invited@example.org")
    client.post(reverse("wagtailadmin_password_reset"), {"email": "staff@example.org"})
    write(recipient="ada@example.org", purpose="update", unsubscribable=True)


def address_of(state):
    return f"{state}@example.org"


def sign(client, state):
    client.post("/commit/", builders.pledge_answers(email=address_of(state)))
    pledge = Pledge.objects.get(email=address_of(state))
    if pledge.status == "pending" and state in ("confirmed", "withdrawn"):
        pledge_states.confirm(pledge)
    if state == "withdrawn":
        pledge_states.withdraw(pledge)


def addresses_in(mail) -> set[str]:
    """Every address of this site in a mail: in its text, in its HTML, in its headers."""
    headers = re.findall(r"<(https?://[^>]+)>", " ".join(mail.headers.values()))
    parts = [urlsplit(address) for address in headers]
    return {*links_of(mail), *(f"{part.path}?{part.query}" for part in parts)}


def changed(before, after):
    """The rows that are new, gone or other."""
    return {key for key in {*before, *after} if before.get(key) != after.get(key)}


@pytest.mark.usefixtures("_every_mail")
def test_a_scanner_that_opens_every_link_of_every_mail_twice_changes_nothing(client, say):
    mails = list(OutgoingMail.objects.all())
    assert {mail.purpose for mail in mails} == {*LABELS, "update"}
    opened = {address for mail in mails for address in addresses_in(mail)}
    for needed in ("confirm/?key=", "yours/?key=", "invitation/?key=", "unsubscribe/?key="):
        assert [address for address in opened if needed in address], needed
    assert [address for address in opened if "password_reset/confirm" in address]
    before = snapshot()
    for address in sorted(opened) * 2:
        for ask in (client.head, client.get):
            assert ask(address, follow=True).status_code in (200, 410), address
    assert changed(before, snapshot()) == set()
    say(f"A scanner opened {len(opened)} links of {len(mails)} mails, twice.")
