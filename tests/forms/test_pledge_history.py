"""What the page of one pledge tells pledge officers of its past."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from forms import by_officers, pledge_states
from forms.models import OutgoingMail, Pledge
from tests import builders
from tests.conftest import logged_in
from tests.forms.signers import asked_long_ago
from tests.markup import soup, words


@pytest.fixture
def pledge(site, client):
    client.post("/commit/", builders.pledge_answers())
    return Pledge.objects.get()


@pytest.fixture
def officer(site):
    return builders.user_in("Pledge officers", first_name="Olive", last_name="Officer")


@pytest.fixture
def read(officer, pledge):
    """Return the lines of the history as (what, more)."""
    browser = logged_in(officer)

    def read():
        page = browser.get(reverse("forms_pledge_modeladmin_inspect", args=[pledge.pk]))
        rows = soup(page).select("table tbody tr")
        return [tuple(words(cell) for cell in row.select("td")[1:]) for row in rows]

    return read


def earlier(**age):
    """Let all that happened so far have happened before."""
    age = timedelta(**age)
    times = ["created_at", "pending_since", "last_asked_at", "opened_at", "confirmed_at"]
    Pledge.objects.update(**{name: F(name) - age for name in times})
    OutgoingMail.objects.update(created_at=F("created_at") - age)
    ModelLogEntry.objects.update(timestamp=F("timestamp") - age)


def test_times_mails_and_acts_are_told_in_order(pledge, officer, read):
    OutgoingMail.objects.update(state="sent")
    earlier(minutes=3)
    by_officers.ask_again(pledge, officer)
    earlier(minutes=2)
    pledge_states.confirm(pledge)
    earlier(minutes=1)
    by_officers.mark_invalid(pledge, officer)
    assert read() == [
        ("Signed", ""),
        ("Asked to confirm", ""),
        ("Receipt for a pledge", "sent"),
        ("Reminder to confirm a pledge", "waiting"),
        ("Asked again to confirm", "Olive Officer"),
        ("Opened the page to confirm", ""),
        ("Confirmed", ""),
        ("Marked invalid", "Olive Officer"),
    ]


def test_reminders_are_told(pledge, read):
    asked_long_ago(days=6)
    call_command("remind_signers", verbosity=0)
    assert ("Reminder to confirm a pledge", "waiting") in read()


def test_a_suspect_was_never_asked(pledge, read):
    Pledge.objects.update(is_suspect=True)
    OutgoingMail.objects.all().delete()
    assert read() == [("Signed", "")]


def test_of_an_erased_pledge_days_alone_are_told(pledge, officer, read):
    by_officers.ask_again(pledge, officer)
    pledge_states.confirm(pledge)
    by_officers.erase(Pledge.objects.get(), officer)
    assert read() == [("Confirmed", ""), ("Erased", ""), ("Erased", "Olive Officer")]


def test_the_mails_of_another_pledge_are_not_told(pledge, client, read):
    before = read()
    for number in range(12):  # so that the number of one begins that of another
        client.post("/commit/", builders.pledge_answers(email=f"other{number}@example.org"))
    assert read() == before


def test_a_long_history_costs_no_more_queries(pledge, officer, read):
    read()

    def queries():
        with CaptureQueriesContext(connection) as captured:
            read()
        return len(captured)

    before = queries()
    for _ in range(3):
        by_officers.ask_again(Pledge.objects.get(), builders.user_in("Pledge officers"))
    assert len(read()) > 8
    assert queries() == before
