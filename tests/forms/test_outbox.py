"""The outbox without a mail server: writing mails, claiming them, the message made of them."""

import threading
from datetime import timedelta
from email import message_from_bytes, policy
from email.utils import formataddr

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.validators import validate_email
from django.db import connection, transaction
from django.utils import timezone

from core.mail_validators import validate_address
from forms.models import OutgoingMail
from forms.outbox import claims, failures, message
from forms.outbox.enqueue import enqueue
from forms.outbox.sender import send_due
from tests.forms.outbox_mails import contents, expire_leases, make_old, write, write_many

COMMITTED = pytest.mark.usefixtures("committed")


def message_of(mail):
    return message_from_bytes(message.build(mail).message().as_bytes(), policy=policy.default)


# Writing


@pytest.mark.django_db
def test_enqueue_writes_all_that_the_mail_needs(settings):
    settings.SITE_HOST = "equity.example"
    mail = write(reply_to="staff@example.org", sender="Coalition <us@example.org>")
    assert (mail.key, mail.purpose, mail.recipient) == ("test:1", "test", "reader1@example.org")
    assert (mail.subject, mail.text, mail.html) == ("Mail 1", "Thank you.", "<p>Thank you.</p>")
    assert (mail.sender, mail.reply_to) == ("Coalition <us@example.org>", "staff@example.org")
    assert (mail.state, mail.attempts, mail.lease_until) == ("waiting", 0, None)
    assert mail.message_id.startswith("<")
    assert mail.message_id.endswith("@equity.example>")


@pytest.mark.django_db
def test_the_sender_is_the_default_one_unless_given(settings):
    settings.DEFAULT_FROM_EMAIL = "Default <default@example.org>"
    assert write().sender == "Default <default@example.org>"


@pytest.mark.django_db
def test_a_key_makes_one_mail():
    first = write()
    with transaction.atomic():
        again = write(subject="Another", recipient="other@example.org")
        assert OutgoingMail.objects.count() == 1  # the transaction goes on as if nothing was
    assert (again.pk, again.subject, again.message_id) == (first.pk, "Mail 1", first.message_id)


@COMMITTED
def test_a_key_makes_one_mail_however_many_write_it_at_once():
    start = threading.Barrier(6)
    errors = []

    def write_in_thread():
        try:
            start.wait(10)
            write()
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write_in_thread) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert errors == []
    assert OutgoingMail.objects.count() == 1


@pytest.mark.django_db
def test_a_mail_goes_with_its_transaction():
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    assert not OutgoingMail.objects.exists()


@COMMITTED
def test_a_mail_needs_a_transaction():
    with pytest.raises(transaction.TransactionManagementError):
        enqueue(**contents())
    assert not OutgoingMail.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"subject": "secret\nBcc: all@example.org"},
        {"subject": "secret\rBcc: all@example.org"},
        {"subject": "secret\u2028Bcc: all@example.org"},
        {"subject": "secret \ud800"},
        {"subject": "secret" * 50},
        {"subject": ""},
        {"recipient": "secret@example.org\nBcc: all@example.org"},
        {"recipient": "secret@example.org, all@example.org"},
        {"recipient": "Secret <secret@example.org>"},
        {"recipient": "secret"},
        {"recipient": ""},
        {"recipient": '"secret\x01"@example.org'},
        {"sender": "secret\n <us@example.org>"},
        {"sender": "secret, and more <us@example.org>"},
        {"reply_to": "secret@example.org\r\nBcc: all@example.org"},
        {"reply_to": "secret@example.org, all@example.org"},
        {"headers": {"List-Unsubscribe": "secret\nBcc: all@example.org"}},
        {"headers": {"Secret\nBcc": "all@example.org"}},
        {"text": "secret\0"},
        {"text": "secret \udfff"},
        {"html": "<p>secret\0"},
        {"text": ""},
        {"purpose": ""},
        {"key": ""},
        {"key": "secret" * 40},
    ],
    ids=str,
)
def test_what_could_not_be_sent_is_refused_when_written(changes):
    with pytest.raises(ValueError, match=r".") as caught:
        write(**changes)
    assert "secret" not in f"{caught.value}".lower()
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("address", ["a@example.org", "a@[192.0.2.1]", "a@bücher.example"])
def test_an_address_that_mail_can_be_sent_to(address):
    validate_email(address)
    assert validate_address(address) is None


@pytest.mark.parametrize("address", ['"a\x01b"@example.org', f"a@{'ñ' * 60}.org"])
def test_an_address_that_django_takes_and_mail_does_not(address):
    validate_email(address)
    with pytest.raises(ValidationError):
        validate_address(address)


# The message


@pytest.mark.django_db
def test_the_message_has_text_html_and_its_headers():
    mail = write(
        sender=formataddr(("Radiology, Health & Équité", "us@example.org")),
        reply_to=formataddr(("Zoë", "zoe@example.org")),
        subject="Gracias, compañera",
        text="¡Gracias!",
        html="<p>¡Gracias!</p>",
        headers={"List-Unsubscribe": "<https://example.org/u>"},
    )
    sent = message_of(mail)
    assert sent["From"].addresses[0].display_name == "Radiology, Health & Équité"
    assert sent["From"].addresses[0].addr_spec == "us@example.org"
    assert sent["Reply-To"].addresses[0].addr_spec == "zoe@example.org"
    assert (sent["To"], sent["Subject"]) == ("reader1@example.org", "Gracias, compañera")
    assert sent["Message-ID"] == mail.message_id
    assert sent["Auto-Submitted"] == "auto-generated"
    assert sent["List-Unsubscribe"] == "<https://example.org/u>"
    assert abs(sent["Date"].datetime - mail.created_at) < timedelta(seconds=1)
    assert sent.get_content_type() == "multipart/alternative"
    assert sent.get_body(["plain"]).get_content().strip() == "¡Gracias!"
    assert sent.get_body(["html"]).get_content().strip() == "<p>¡Gracias!</p>"


@pytest.mark.django_db
def test_a_mail_without_html_is_plain_text():
    assert message_of(write(html="")).get_content_type() == "text/plain"


@pytest.mark.django_db
def test_the_same_row_makes_the_same_headers():
    mail = write()
    make_old(mail, days=2)
    first, second = (message.build(OutgoingMail.objects.get()).message() for _ in range(2))
    for headers in first, second:
        del headers["Content-Type"]  # has the boundary of the parts, which is drawn by lot
    assert first.items() == second.items()
    assert message_of(OutgoingMail.objects.get())["Message-ID"] == mail.message_id


# Claiming


@pytest.mark.django_db
def test_a_mail_is_claimed_once():
    mail = write()
    mine = claims.claim(mail.pk, attempts=0)
    assert mine.attempts == 1
    assert mine.lease_until > timezone.now()
    assert claims.claim(mail.pk, attempts=0) is None  # saw what I saw, came later
    assert claims.claim(mail.pk, attempts=1) is None  # saw my claim


@pytest.mark.django_db
def test_the_lease_outlasts_a_slow_conversation(settings):
    assert claims.lease() > timedelta(seconds=15 * settings.EMAIL_TIMEOUT)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "late_result",
    [
        claims.mark_sent,
        lambda mail: claims.postpone(mail, timedelta(0), "late"),
        lambda mail: claims.give_up(mail, "late"),
    ],
)
def test_a_sender_whose_lease_ran_out_cannot_overwrite_a_newer_one(late_result):
    mail = write()
    slow = claims.claim(mail.pk, attempts=0)
    expire_leases()
    quick = claims.claim(mail.pk, attempts=1)
    before = OutgoingMail.objects.values().get()
    assert late_result(slow) is False
    assert OutgoingMail.objects.values().get() == before
    assert claims.mark_sent(quick) is True
    assert late_result(slow) is False
    assert OutgoingMail.objects.get().state == "sent"


@COMMITTED
def test_a_claim_is_committed_before_anything_is_sent():
    mail = write()
    with pytest.raises(RuntimeError), transaction.atomic():
        claims.claim(mail.pk, attempts=0)


@pytest.mark.django_db
def test_due_is_what_waits_whose_time_has_come_and_nobody_holds():
    now = timezone.now()
    due, sent, failed, later, held, abandoned = write_many(6)
    OutgoingMail.objects.filter(pk=sent.pk).update(state="sent")
    OutgoingMail.objects.filter(pk=failed.pk).update(state="failed")
    OutgoingMail.objects.filter(pk=later.pk).update(next_attempt_at=now + timedelta(minutes=1))
    OutgoingMail.objects.filter(pk=held.pk).update(lease_until=now + timedelta(minutes=1))
    OutgoingMail.objects.filter(pk=abandoned.pk).update(lease_until=now - timedelta(minutes=1))
    found = OutgoingMail.objects.due(timezone.now()).order_by("pk")
    assert list(found) == [due, abandoned]


@pytest.mark.django_db
def test_the_longest_due_goes_first(mailoutbox):
    write_many(3)
    write(4, recipient="first@example.org")
    earlier = timezone.now() - timedelta(hours=1)
    OutgoingMail.objects.filter(key="test:4").update(next_attempt_at=earlier)
    send_due()
    assert [mail.to[0] for mail in mailoutbox][:2] == ["first@example.org", "reader1@example.org"]


@pytest.mark.django_db
def test_one_run_sends_all_that_is_due(mailoutbox, monkeypatch):
    monkeypatch.setattr(claims, "PAGE", 4)
    write_many(10)
    assert send_due().sent == 10
    assert len(mailoutbox) == 10
    assert send_due().sent == 0


# Failures, and what staff and the health check see


@pytest.mark.parametrize(
    ("attempts", "longest"), [(1, 30), (2, 60), (5, 480), (6, 900), (999, 900)]
)
def test_the_delay_grows_to_a_quarter_of_an_hour_and_is_drawn_by_lot(attempts, longest):
    delays = [failures.retry_delay(attempts).total_seconds() for _ in range(400)]
    assert all(0 <= delay <= longest for delay in delays)
    assert min(delays) < longest * 0.1
    assert max(delays) > longest * 0.9


@pytest.mark.django_db
def test_counts_by_state_are_one_query(django_assert_num_queries):
    write_many(3)
    OutgoingMail.objects.filter(key="test:1").update(state="sent")
    with django_assert_num_queries(1):
        counts = OutgoingMail.objects.counts_by_state()
    assert counts == {"waiting": 2, "sent": 1, "failed": 0, "held": 0, "suppressed": 0}


@pytest.mark.django_db
def test_the_age_of_the_oldest_waiting_mail_is_one_query(django_assert_num_queries):
    assert OutgoingMail.objects.oldest_waiting_age() is None
    oldest, older, _ = write_many(3)
    make_old(oldest, hours=9)
    make_old(older, hours=2)
    OutgoingMail.objects.filter(pk=oldest.pk).update(state="sent")
    with django_assert_num_queries(1):
        age = OutgoingMail.objects.oldest_waiting_age()
    assert timedelta(hours=2) <= age < timedelta(hours=2, minutes=1)


# Other ways out than SMTP


@pytest.mark.django_db
def test_mail_can_go_to_files(settings, tmp_path):
    settings.OUTBOX_TRANSPORT = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    mails = write_many(2)
    send_due()
    written = "".join(path.read_text() for path in (tmp_path / "mail").iterdir())
    assert all(f"Message-ID: {mail.message_id}" in written for mail in mails)


@pytest.mark.django_db
def test_the_command_sends_what_is_due_and_says_how_many(mailoutbox, capsys):
    write_many(2)
    call_command("send_outbox")
    assert capsys.readouterr().out == "2 sent, 0 to be tried again, 0 failed\n"
    assert len(mailoutbox) == 2
