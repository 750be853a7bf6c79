"""How much mail visitors' forms may cause in a day."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import transaction
from django.utils import timezone

from forms.models import Message, OutgoingMail, Pledge
from forms.outbox import by_staff, caps
from forms.outbox.enqueue import enqueue
from forms.outbox.sender import send_due
from tests import builders
from tests.at_once import at_once
from tests.forms.outbox_mails import contents, make_old, write

COMMITTED = pytest.mark.usefixtures("committed")


@pytest.fixture(autouse=True)
def _low_caps(settings):
    settings.OUTBOX_MOST_TO_AN_ADDRESS = 3
    settings.OUTBOX_MOST_IN_A_DAY = 5


def to_one(count, **changes):
    return [write(number, recipient="ada@example.org", **changes) for number in range(count)]


def states():
    return list(OutgoingMail.objects.order_by("pk").values_list("state", flat=True))


@pytest.mark.django_db
def test_an_address_gets_no_more_than_its_cap(mailoutbox):
    mails = to_one(5)
    assert states() == ["waiting"] * 3 + ["suppressed"] * 2
    assert mails[-1].trouble() == "Too many mails to this address in a day."
    assert send_due().sent == 3
    assert write(9, recipient="ben@example.org").state == "waiting"


@pytest.mark.django_db
def test_beyond_the_cap_of_a_day_mail_is_held_until_staff_release_it(mailoutbox):
    mails = [write(number) for number in range(7)]
    assert states() == ["waiting"] * 5 + ["held"] * 2
    assert mails[-1].trouble() == "Too many mails in a day."
    assert send_due().sent == 5
    by_staff.release()
    assert send_due().sent == 2


@pytest.mark.django_db
def test_a_day_later_there_is_room_again():
    for mail in to_one(3):
        make_old(mail, hours=23)
    assert write(8, recipient="ada@example.org").state == "suppressed"
    OutgoingMail.objects.update(created_at=timezone.now() - timedelta(hours=25))
    assert write(9, recipient="ada@example.org").state == "waiting"


@pytest.mark.django_db
def test_what_was_stopped_takes_nobodys_room():
    to_one(20)  # a flood to one address
    assert [write(number).state for number in (30, 31, 32)] == ["waiting", "waiting", "held"]


@pytest.mark.django_db
def test_mail_to_accounts_has_no_cap_and_takes_no_room():
    to_one(8, purpose="site")
    assert states() == ["waiting"] * 8
    assert write(9, recipient="ada@example.org").state == "waiting"


@pytest.mark.django_db
def test_staff_get_every_message_within_the_cap_of_a_day():
    to_one(6, purpose="message")
    assert states() == ["waiting"] * 5 + ["held"]


@pytest.mark.django_db
def test_no_cap(settings):
    settings.OUTBOX_MOST_TO_AN_ADDRESS = settings.OUTBOX_MOST_IN_A_DAY = 0
    to_one(8)
    assert states() == ["waiting"] * 8


def write_all(*mails):
    with transaction.atomic():
        for mail in mails:
            enqueue(**mail)
    return "written"


def try_one(number, recipient):
    write_all(contents(number, recipient=recipient))


@COMMITTED
def test_the_cap_of_an_address_holds_however_many_write_at_once():
    at_once(*[partial(try_one, number, "ada@example.org") for number in range(8)])
    assert sorted(states()) == ["suppressed"] * 5 + ["waiting"] * 3


@COMMITTED
def test_the_cap_of_a_day_holds_however_many_write_at_once():
    at_once(*[partial(try_one, n, f"reader{n}@example.org") for n in range(8)])
    assert sorted(states()) == ["held"] * 3 + ["waiting"] * 5


@COMMITTED
@pytest.mark.parametrize("near", [0, 2000])
def test_two_who_need_both_locks_do_not_wait_for_each_other(settings, monkeypatch, near):
    settings.OUTBOX_MOST_IN_A_DAY = 1000
    monkeypatch.setattr(caps, "NEAR", near)
    calls = []
    for number in range(4):
        to_staff = contents(f"s{number}", purpose="message", recipient="staff@example.org")
        receipt, pledge = (contents(f"{k}{number}", recipient="ada@example.org") for k in "rp")
        calls += [partial(write_all, to_staff, receipt), partial(write_all, pledge)]
    assert at_once(*calls) == ["written"] * 8


def test_many_pledges_and_messages_with_one_address(site, client, settings):
    settings.OUTBOX_MOST_TO_AN_ADDRESS, settings.OUTBOX_MOST_IN_A_DAY = 1, 1000
    answers = [client.post("/commit/", builders.pledge_answers()) for _ in range(10)]
    answers += [client.post("/join/", builders.message_answers()) for _ in range(10)]
    assert {answer.status_code for answer in answers} == {303}
    to_ada = OutgoingMail.objects.filter(recipient="ada@example.org").order_by("pk")
    assert [mail.state for mail in to_ada] == ["waiting", "suppressed"]
    assert Pledge.objects.count() == 1
    assert Message.objects.count() == 10
