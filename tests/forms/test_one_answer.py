"""Unknown, pending, confirmed or withdrawn: the browser is told the same, the mailbox what fits."""

import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from forms import pledge_states
from forms.models import OutgoingMail, Pledge
from tests.builders import pledge_answers
from tests.forms.signers import asked_long_ago, code_in, key_in, last_mail, link_to
from tests.markup import text_of

STEPS = {
    "pending": [],
    "confirmed": [pledge_states.confirm],
    "withdrawn": [pledge_states.confirm, pledge_states.withdraw],
    "just asked": [],  # the last, since the others are made older
}
KINDS = ["unknown", *STEPS]
MAILS = {
    "unknown": ("pledge", "Please confirm"),
    "pending": ("pledge_pending", "now once more"),
    "confirmed": ("pledge_again", "your commitment stands"),
    "withdrawn": ("pledge_anew", "commit anew"),
}


def sign(email):
    return Client().post("/commit/", pledge_answers(email=email))


def address(kind):
    """The address of a signer of this kind; one who was asked to confirm a while ago."""
    email = f"{kind.replace(' ', '-')}@example.org"
    if kind != "unknown":
        sign(email)
        for step in STEPS[kind]:
            step(Pledge.objects.get(email=email))
        if kind != "just asked":
            asked_long_ago(minutes=11)
    return email


@pytest.fixture
def addresses(site):
    sign("first@example.org")  # what a process asks the database only once has been asked
    return {kind: address(kind) for kind in KINDS}


def test_every_kind_of_address_gets_the_same_bytes(addresses):
    def seen(email):
        answer = sign(email)
        thanks = Client().get(answer["Location"])
        whole = (answer.status_code, dict(answer.headers), answer.content)
        return repr(
            (whole, thanks.status_code, dict(thanks.headers), thanks.content, thanks.cookies)
        )

    answers = [seen(email) for email in addresses.values()]
    assert all(answer == answers[0] for answer in answers)


def test_every_kind_asks_the_database_the_same(addresses):
    def asked(email):
        with CaptureQueriesContext(connection) as captured:
            sign(email)
        # A number may be negative: the name of a lock is a hash of the address.
        return [re.sub(r"'[^']*'| ?-?\d+", "?", query["sql"])[:60] for query in captured]

    statements = {kind: asked(email) for kind, email in addresses.items()}
    for kind in KINDS:
        assert statements[kind] == statements["unknown"], kind
    assert sum(statement.startswith("INSERT") for statement in statements["unknown"]) >= 2


@pytest.mark.parametrize("kind", MAILS)
def test_the_owner_gets_the_mail_that_fits_once_a_day(site, kind):
    email = address(kind)
    before = OutgoingMail.objects.count()
    sign(email)
    mail = last_mail()
    assert OutgoingMail.objects.count() == before + 1
    purpose, words = MAILS[kind]
    assert (mail.purpose, mail.recipient) == (purpose, email)
    assert words in " ".join(mail.text.split())
    asked_long_ago(minutes=11)
    sign(email)
    sign(email)
    # A first mail may be followed by one more on its day: perhaps it did not arrive.
    assert OutgoingMail.objects.count() == before + (2 if kind == "unknown" else 1)


def test_who_was_asked_to_confirm_just_now_gets_no_further_mail(site):
    sign(address("just asked"))
    assert OutgoingMail.objects.get().purpose == "pledge"


def test_nor_who_was_reminded_just_now(site):
    email = address("pending")
    asked_long_ago(days=6)
    call_command("remind_signers", verbosity=0)
    sign(email)
    assert last_mail().purpose == "pledge_reminder"


@pytest.mark.parametrize("kind", ["unknown", "pending", "withdrawn"])
def test_by_that_mail_it_can_be_confirmed(site, client, kind):
    sign(address(kind))
    key = key_in(link_to("confirm"))
    client.post("/commit/confirm/", {"key": key, "act": "confirm"})
    assert Pledge.objects.get().status == "confirmed"


def test_a_pledge_that_stands_needs_no_code(site):
    sign(address("confirmed"))
    assert "confirm/" not in last_mail().text


def test_who_withdrew_sees_it_on_the_page_of_the_link(site, client):
    sign(address("withdrawn"))
    assert "You withdrew your commitment" in text_of(client.get(link_to("confirm")))
    client.post("/commit/confirm/", {"email": "withdrawn@example.org", "code": code_in()})
    assert Pledge.objects.get().status == "confirmed"


def test_a_repeat_changes_no_state(addresses):
    before = list(Pledge.objects.exclude(email="unknown@example.org").values())
    for email in addresses.values():
        sign(email)
    assert list(Pledge.objects.exclude(email="unknown@example.org").values()) == before


def test_an_invalid_pledge_gets_no_mail(site):
    email = address("pending")
    Pledge.objects.update(status="invalid")
    assert sign(email).status_code == 303
    assert OutgoingMail.objects.count() == 1
