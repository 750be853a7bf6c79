"""The outbox against a real SMTP server that misbehaves in every way it can."""

import logging
import threading

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from forms.models import OutgoingMail
from forms.outbox import claims, sender
from forms.outbox.sender import send_due
from tests.forms.outbox_mails import expire_leases, make_due, make_old, write, write_many
from tests.forms.smtp_sink import DROP, SILENCE, MuteServer, Sink, send_to
from tests.workers import free_port


@pytest.fixture
def sink(settings):
    with Sink() as sink:
        send_to(settings, sink.port)
        yield sink


def states():
    return list(OutgoingMail.objects.order_by("pk").values_list("state", flat=True))


def attempts():
    return list(OutgoingMail.objects.order_by("pk").values_list("attempts", flat=True))


# All is well


@pytest.mark.django_db
def test_a_mail_arrives_as_written(sink):
    mail = write(sender="Coalition <us@example.org>")
    report = send_due()
    assert str(report) == "1 sent, 0 to be tried again, 0 failed"
    (arrived,) = sink.mails
    assert (arrived["Message-ID"], arrived["From"]) == (mail.message_id, mail.sender)
    mail.refresh_from_db()
    assert (mail.state, mail.attempts, mail.lease_until) == ("sent", 1, None)
    assert mail.sent_at > mail.created_at


@pytest.mark.django_db
def test_a_connection_serves_many_mails_but_not_too_many(sink, monkeypatch):
    monkeypatch.setattr(sender, "MAILS_PER_CONNECTION", 3)
    write_many(7)
    send_due()
    assert len(sink.mails) == 7
    assert sink.connections == 3


@pytest.mark.usefixtures("committed")
def test_two_senders_at_once_send_each_mail_once(settings):
    both_are_sending = threading.Barrier(2)

    def hold_the_first_two(count):
        if count <= 2:
            both_are_sending.wait(10)

    def send():
        try:
            reports.append(send_due())
        finally:
            connection.close()

    reports = []
    write_many(50)
    with Sink(on_mail=hold_the_first_two) as sink:
        send_to(settings, sink.port)
        senders = [threading.Thread(target=send) for _ in range(2)]
        for thread in senders:
            thread.start()
        for thread in senders:
            thread.join(60)
    assert sorted(sink.recipients) == sorted(
        f"reader{number}@example.org" for number in range(1, 51)
    )
    assert sum(report.sent for report in reports) == 50
    assert set(attempts()) == {1}


@pytest.mark.django_db
def test_the_mail_of_a_crashed_sender_goes_when_its_lease_is_over(sink):
    mail = write()
    claims.claim(mail.pk, attempts=0)  # and then silence
    assert send_due().sent == 0
    expire_leases()
    assert send_due().sent == 1
    assert [arrived["Message-ID"] for arrived in sink.mails] == [mail.message_id]


@pytest.mark.django_db
def test_a_sender_that_is_stopped_finishes_the_mail_in_hand(sink):
    write_many(3)
    assert send_due(stopping=lambda: len(sink.mails) == 2).sent == 2
    assert states() == ["sent", "sent", "waiting"]
    assert attempts() == [1, 1, 0]


# The server answers, and refuses


@pytest.mark.django_db
def test_a_refused_address_fails_at_once_and_holds_nobody_up(sink):
    refused, other = write_many(2)
    sink.to_recipient[refused.recipient].append("550 5.1.1 No such person")
    report = send_due()
    assert (report.sent, report.failed, report.server_lost) == (1, 1, False)
    refused.refresh_from_db()
    assert (refused.state, refused.last_error) == ("failed", "550 5.1.1 No such person")
    assert (refused.lease_until, refused.sent_at) == (None, None)
    assert sink.recipients == [other.recipient]
    assert sink.connections == 2  # a fresh one after any error


@pytest.mark.django_db
def test_a_refused_text_fails_at_once(sink):
    write_many(2)
    sink.to_text.append("554 5.7.1 Looks like spam")
    assert send_due().failed == 1
    assert states() == ["failed", "sent"]
    assert OutgoingMail.objects.get(key="test:1").last_error == "554 5.7.1 Looks like spam"


@pytest.mark.django_db
@pytest.mark.parametrize("where", ["to_sender", "to_recipient", "to_text"])
def test_a_mail_refused_for_now_is_tried_again_later(sink, where):
    later, _ = write_many(2)
    answers = getattr(sink, where)
    answers = answers[later.recipient] if where == "to_recipient" else answers
    answers.append("451 4.7.1 Come back later")
    before = timezone.now()
    report = send_due()
    assert (report.sent, report.postponed, report.server_lost) == (1, 1, False)
    later.refresh_from_db()
    assert (later.state, later.last_error) == ("waiting", "451 4.7.1 Come back later")
    assert before < later.next_attempt_at
    assert later.lease_until is None
    make_due()
    assert send_due().sent == 1
    later.refresh_from_db()
    assert (later.state, later.attempts, later.last_error) == ("sent", 2, "")


@pytest.mark.django_db
def test_a_refused_sender_is_our_own_fault_and_can_be_repaired(sink):
    write_many(2)
    sink.to_sender.append("553 5.7.1 You may not send as that")
    assert send_due().postponed == 1
    assert states() == ["waiting", "sent"]


@pytest.mark.django_db
def test_a_mail_that_is_too_large_is_the_mails_own_fault(sink):
    write_many(2)
    sink.to_sender.append("552 5.3.4 Message too big")
    assert send_due().failed == 1
    assert states() == ["failed", "sent"]


@pytest.mark.django_db
def test_what_the_server_says_can_be_stored_whatever_it_is(sink):
    mail = write()
    sink.to_recipient[mail.recipient].append("550 no\0body " + "x" * 400)
    send_due()
    mail.refresh_from_db()
    assert mail.last_error.startswith("550 no body xxx")


@pytest.mark.django_db
def test_logs_name_no_address(sink, caplog):
    caplog.set_level(logging.DEBUG, logger="forms")
    refused, later, _ = write_many(3)
    sink.to_recipient[refused.recipient].append(f"550 <{refused.recipient}> unknown")
    sink.to_recipient[later.recipient].append(f"451 <{later.recipient}> greylisted")
    send_due()
    assert len(caplog.records) == 3
    assert f"Mail {refused.pk} (test) failed (550)" in caplog.messages
    assert "@" not in caplog.text


# The server is lost on the way


@pytest.mark.django_db
@pytest.mark.parametrize("answer", [DROP, SILENCE, "421 4.3.2 Shutting down"])
@pytest.mark.parametrize("where", ["to_sender", "to_text"])
def test_a_server_that_is_lost_on_the_way_ends_the_run(sink, settings, where, answer):
    settings.EMAIL_TIMEOUT = 0.5
    first, *_ = write_many(3)
    getattr(sink, where).append(answer)
    report = send_due()
    assert (report.sent, report.postponed, report.server_lost) == (0, 1, True)
    assert states() == ["waiting"] * 3
    assert attempts() == [1, 0, 0]
    first.refresh_from_db()
    assert first.lease_until is None
    assert first.last_error
    make_due()
    assert send_due().sent == 3


# The server is away


@pytest.mark.django_db
def test_while_the_server_is_away_every_mail_keeps_its_place(settings, capsys):
    port = free_port()
    send_to(settings, port)
    before = [mail.next_attempt_at for mail in write_many(3)]
    call_command("send_outbox")
    output = capsys.readouterr()
    assert output.out == "0 sent, 0 to be tried again, 0 failed\n"
    assert "mail server" in output.err
    rows = OutgoingMail.objects.order_by("pk")
    assert [mail.next_attempt_at for mail in rows] == before
    assert attempts() == [0, 0, 0]
    assert "ConnectionRefusedError" in rows[0].last_error
    with Sink(port) as sink:  # it is back, and all goes at once
        assert send_due().sent == 3
        assert sink.recipients == [mail.recipient for mail in rows]


@pytest.mark.django_db
def test_a_server_that_never_greets_costs_one_timeout(settings):
    with MuteServer() as mute:
        send_to(settings, mute.port, timeout=0.3)
        write_many(5)
        assert send_due().server_lost
        assert mute.count_connections() == 1
    assert states() == ["waiting"] * 5
    assert attempts() == [0] * 5


@pytest.mark.django_db
def test_a_wrong_login_fails_no_mail(sink, settings):
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = "wrong"
    write_many(2)
    assert send_due().server_lost
    assert states() == ["waiting"] * 2
    assert "@" not in OutgoingMail.objects.get(key="test:1").last_error


# Giving up


@pytest.mark.django_db
def test_after_five_days_a_mail_refused_for_now_is_given_up(sink):
    old, young = write_many(2)
    make_old(old, days=5, seconds=1)
    make_old(young, days=4, hours=23)
    for mail in old, young:
        sink.to_recipient[mail.recipient].append("451 4.7.1 Come back later")
    assert send_due().failed == 1
    assert states() == ["failed", "waiting"]


@pytest.mark.django_db
def test_after_five_days_without_a_server_mail_is_given_up(settings):
    send_to(settings, free_port())
    first, second, young = write_many(3)
    for mail in first, second:
        make_old(mail, days=5, seconds=1)
    make_old(young, days=4, hours=23)
    assert send_due().failed == 2
    assert states() == ["failed", "failed", "waiting"]
    second.refresh_from_db()
    assert "ConnectionRefusedError" in second.last_error


@pytest.mark.django_db
def test_an_old_mail_still_has_its_chance(sink):
    make_old(write(), days=6)
    assert send_due().sent == 1
