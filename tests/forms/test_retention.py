"""What is older than its form keeps it goes by itself, and the count of it stays."""

from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from forms import pledge_states, retention
from forms.models import (
    ContactPage,
    Message,
    OutgoingMail,
    Pledge,
    PledgePage,
    ProblemReport,
    Suggestion,
)
from resources.models import ResourcePage
from tests import builders
from tests.at_once import at_once
from tests.forms.contributors import contributed
from tests.forms.outbox_mails import make_old, write
from tests.forms.signers import everything
from tests.markup import text_of

MONTH = timedelta(days=31)


@pytest.fixture(autouse=True)
def _default(settings):
    settings.FORM_KEEP_MONTHS = 6


def sign(client, email="ada@example.org", status="confirmed", **ages):
    """A pledge; `ages` says how many months ago it was signed, confirmed or withdrawn."""
    client.post("/commit/", builders.pledge_answers(email=email, state="AK"))
    moments = {f"{name}_at": timezone.now() - MONTH * age for name, age in ages.items()}
    Pledge.objects.filter(email=email).update(status=status, **moments)
    return Pledge.objects.get(email=email)


def apply(*args):
    out = StringIO()
    call_command("apply_retention", *args, stdout=out)
    return out.getvalue()


def test_an_old_confirmed_pledge_stays_as_a_number_and_nothing_more(site, client):
    sign(client, created=8, confirmed=7)
    said = apply()
    assert "Commit to act (en), 6 months: 1 pledges (1 go on being counted)" in said
    pledge = Pledge.objects.counted().get()
    assert (pledge.name, pledge.email, pledge.state) == ("", None, "")
    assert not OutgoingMail.objects.exists()
    assert apply() == ""


@pytest.mark.parametrize("status", ["pending", "withdrawn", "invalid"])
def test_what_does_not_count_leaves_nothing(site, client, status):
    sign(client, status=status, created=8)
    apply()
    assert not Pledge.objects.exists()
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(
    "ages",
    [
        {"created": 5},
        {"created": 9, "confirmed": 5},
        {"created": 9, "confirmed": 8, "withdrawn": 5},
    ],
)
def test_the_last_thing_that_the_signer_did_decides(site, client, ages):
    sign(client, status="withdrawn" if "withdrawn" in ages else "confirmed", **ages)
    before = everything()
    assert apply() == ""
    assert everything() == before


def test_a_page_may_keep_longer_or_shorter(site, client):
    PledgePage.objects.update(keep_months=12)
    ContactPage.objects.update(keep_months=1)
    sign(client, created=8, confirmed=8)
    client.post("/join/", builders.message_answers())
    Message.objects.update(created_at=timezone.now() - MONTH * 2)
    apply()
    assert Pledge.objects.get().name == "Ada Roe"
    assert not Message.objects.exists()


def test_an_old_message_goes_with_all_mail_about_it(communications, client):
    for email in ("ada@example.org", "ben@example.org"):
        client.post("/join/", builders.message_answers(email=email))
    old = Message.objects.get(email="ada@example.org")
    then = timezone.now() - MONTH * 7
    Message.objects.filter(pk=old.pk).update(created_at=then)
    about = OutgoingMail.objects.filter(Q(recipient=old.email) | Q(reply_to=old.email))
    assert about.update(created_at=then, state="held") == 2
    assert "0 pledges (0 go on being counted), 1 messages" in apply()
    assert [message.email for message in Message.objects.all()] == ["ben@example.org"]
    assert not about.exists()
    assert OutgoingMail.objects.count() == 2


def test_what_readers_contributed_goes_too_and_the_draft_stays(communications, client):
    contributed(client)
    models = (Suggestion, ProblemReport)
    assert [model.objects.count() for model in models] == [1, 1]
    assert OutgoingMail.objects.count() == 4
    for model in models:
        model.objects.update(created_at=timezone.now() - MONTH * 7)
    OutgoingMail.objects.update(created_at=timezone.now() - MONTH * 7, state="held")
    assert "Suggest a resource (en), 6 months: 0 pledges" in apply()
    assert [model.objects.count() for model in models] == [0, 0]
    assert not OutgoingMail.objects.exists()
    assert ResourcePage.objects.filter(title="A toolkit", live=False).exists()


@pytest.mark.parametrize(
    ("state", "days", "left"),
    [
        ("sent", 91, 0),
        ("failed", 91, 0),
        ("suppressed", 91, 0),
        ("sent", 89, 1),
        ("waiting", 91, 1),
        ("held", 91, 1),
    ],
)
def test_mail_that_ended_is_not_kept_for_ever(site, state, days, left):
    mail = write()
    make_old(mail, days=days)
    OutgoingMail.objects.filter(pk=mail.pk).update(state=state)
    apply()
    assert OutgoingMail.objects.filter(pk=mail.pk).count() == left


def test_the_dry_run_says_the_same_without_names_and_does_nothing(site, client):
    sign(client, created=8, confirmed=8)
    sign(client, "ben@example.org", "withdrawn", created=8)
    client.post("/join/", builders.message_answers())
    Message.objects.update(created_at=timezone.now() - MONTH * 8)
    make_old(write(), days=100)
    OutgoingMail.objects.filter(key="test:1").update(state="sent")
    before = everything()
    foreseen = apply("--dry-run")
    assert everything() == before
    assert "2 pledges (1 go on being counted), 0 messages" in foreseen
    assert "0 pledges (0 go on being counted), 1 messages" in foreseen
    assert "Mail, 90 days: 1" in foreseen
    assert not [word for word in ("Ada", "Roe", "@", "ben") if word in foreseen]
    done = apply()
    assert set(done.splitlines()) <= set(foreseen.splitlines())


def test_more_than_a_batch_of_it_goes_too(site, client, monkeypatch):
    monkeypatch.setattr(retention, "BATCH", 2)
    for number in range(5):
        sign(client, f"ada{number}@example.org", created=8, confirmed=8)
        make_old(write(number), days=100)
    OutgoingMail.objects.update(state="sent")
    apply()
    assert Pledge.objects.counted().filter(email=None).count() == 5
    assert not OutgoingMail.objects.exists()


@pytest.mark.usefixtures("committed")
def test_at_once_each_is_ended_by_one(client):
    for number in range(6):
        sign(client, f"ada{number}@example.org", created=8, confirmed=8)
    page = PledgePage.objects.get()
    ended = at_once(*[lambda: retention.end_overdue(page)["pledges"]] * 3)
    assert sum(ended) == 6
    assert Pledge.objects.counted().filter(email=None).count() == 6


def test_who_confirms_at_that_moment_is_kept(site, client):
    pledge = sign(client, status="pending", created=8)
    seen = list(retention.overdue_pledges(pledge.page))
    pledge_states.confirm(pledge)
    assert not retention.erase(pledge.page, seen[0])
    assert Pledge.objects.get().name == "Ada Roe"


@pytest.mark.parametrize(
    ("today", "months", "then"),
    [
        ((2027, 3, 31), 1, (2027, 2, 28)),
        ((2027, 1, 15), 1, (2026, 12, 15)),
        ((2027, 12, 31), 36, (2024, 12, 31)),
        ((2024, 2, 29), 12, (2023, 2, 28)),
    ],
)
def test_months_are_those_of_the_calendar(monkeypatch, today, months, then):
    now = timezone.make_aware(datetime(*today, 12))
    monkeypatch.setattr(timezone, "localtime", lambda: now)
    assert timezone.make_naive(retention.months_ago(months)) == datetime(*then, 12)


@pytest.mark.parametrize("model", [PledgePage, ContactPage])
def test_the_editor_names_the_default(communications, model):
    address = reverse("wagtailadmin_pages:edit", args=[model.objects.get().pk])
    assert "Leave it empty to keep it for 36 months." in text_of(communications.get(address))
