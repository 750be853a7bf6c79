"""Bounces that are fed in: what they mark, and what broken or hostile ones do."""

import contextlib
import io
import os
import random

import pytest
from django.core.management import CommandError, call_command

from forms.models import OutgoingMail, SuppressedAddress
from forms.outbox import claims
from tests.forms.outbox_mails import make_old, write

REPORT = """\
From: MAILER-DAEMON@relay.example
To: noreply@equity.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

The mail system: <{address}> does not exist.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example

Final-Recipient: rfc822; {address}
Action: failed
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 <{address}> unknown

{returned}--b--
"""
WHOLE = """--b
Content-Type: message/rfc822

Message-ID: {0}
Subject: Thank you

Dear Ada
"""
HEADERS = """--b
Content-Type: text/rfc822-headers

Subject: Thank you
Message-ID: {0}
"""
NOTHING_DONE = "nothing done"


def report(mail=None, returned=WHOLE, address="ada@clinic.example", status="5.1.1"):
    """A bounce; `mail` is the mail it returns."""
    part = returned.format(mail.message_id) if mail else ""
    return REPORT.format(address=address, status=status, returned=part).encode()


@pytest.fixture
def feed(capsys, tmp_path):
    """Feed a message into the command, and return what it prints."""

    def feed(message):
        path = tmp_path / "message.eml"
        path.write_bytes(message)
        call_command("read_bounce", str(path))
        return capsys.readouterr().out

    return feed


@pytest.fixture
def sent(db):
    """A mail that a server took."""
    mail = write(recipient="ada@clinic.example")
    claims.mark_sent(claims.claim(mail.pk, attempts=0))
    return mail


def is_marked(mail):
    mail.refresh_from_db()
    suppressed = SuppressedAddress.objects.of(mail.recipient).filter(reason="bounced").exists()
    assert (mail.state == "failed") == suppressed
    return suppressed


@pytest.mark.parametrize("returned", [WHOLE, HEADERS])
def test_a_permanent_failure_marks_the_mail_and_its_address(feed, sent, returned):
    other = write(2)
    said = feed(report(sent, returned))
    assert said == f"5.1.1 at clinic.example: mail {sent.pk} failed, and its address gets no more\n"
    assert is_marked(sent)
    assert sent.trouble() == "The mail came back. 5.1.1"
    assert not is_marked(other)
    assert write(3, recipient=sent.recipient).state == "suppressed"
    assert feed(report(sent, returned)) == said  # twice is harmless
    assert SuppressedAddress.objects.count() == 1


def test_the_address_we_wrote_to_is_marked_not_where_it_was_forwarded(feed, sent):
    feed(report(sent, address="ada@elsewhere.example"))
    assert is_marked(sent)
    assert not SuppressedAddress.objects.of("ada@elsewhere.example").exists()


def test_a_report_that_returns_nothing_is_about_the_last_mail_to_the_address(feed, sent):
    never_tried = write(2, recipient=sent.recipient)
    feed(report(address="Ada@Clinic.example"))
    assert is_marked(sent)
    never_tried.refresh_from_db()
    assert never_tried.state == "suppressed"


@pytest.mark.parametrize("status", ["4.2.2", "2.0.0"])
def test_what_is_not_permanent_changes_nothing(feed, sent, status):
    assert NOTHING_DONE in feed(report(sent, status=status))
    assert not is_marked(sent)


def test_nobody_is_silenced_by_a_forged_report(feed, sent):
    forged = sent.__class__(message_id="<guess@equity.example>")
    assert NOTHING_DONE in feed(report(forged))
    assert NOTHING_DONE in feed(report(address="bob@clinic.example"))
    make_old(sent, days=20)
    assert NOTHING_DONE in feed(report())
    never_tried = write(2, recipient="eve@clinic.example")
    assert NOTHING_DONE in feed(report(never_tried, address="eve@clinic.example"))
    assert not SuppressedAddress.objects.exists()


def test_it_is_read_from_standard_input(sent, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(report(sent))))
    call_command("read_bounce")
    assert is_marked(sent)


def test_nothing_personal_is_printed_or_logged(feed, sent, caplog):
    caplog.set_level("DEBUG")
    said = feed(report(sent)) + feed(report(address="bob@other.example"))
    assert "other.example" in said
    for name in ("ada", "bob", "@"):
        assert name not in said
        assert name not in caplog.text


OTHERS = {
    "empty": b"",
    "a letter": b"From: ada@example.org\nSubject: Out of office\n\nBack on Monday.",
    "bytes": os.urandom(3000),
    "a read receipt": report().replace(b"message/delivery-status", b"message/disposition-notice"),
    "no recipient": report().replace(b"Final-Recipient", b"X-Recipient"),
    "no status": report(status="failed"),
    "another kind of address": report().replace(b"rfc822;", b"x400;"),
    "a terminal's commands": report(address="ada@\x1b[2Jexample.org"),
    "a NUL": report(address="ada\0@example.org"),
    "no address": report(address="nobody"),
    "two reports": report().replace(b"text/plain", b"message/delivery-status"),
    "no boundary": report().replace(b'boundary="b"', b""),
    "nested": b"".join(
        b'Content-Type: multipart/report; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000)
    ),
    "unknown charset": b"Content-Type: multipart/report; charset*=x''%FF; boundary=b\n\n--b--",
}


@pytest.mark.parametrize("message", OTHERS.values(), ids=OTHERS.keys())
def test_what_is_no_report_is_an_error_and_changes_nothing(feed, sent, message):
    with pytest.raises(CommandError, match="no delivery report"):
        feed(message)
    assert not is_marked(sent)


def test_a_file_that_is_not_there_is_an_error(db):
    with pytest.raises(CommandError, match="FileNotFoundError"):
        call_command("read_bounce", "/no/such/file")


def test_no_damage_to_a_report_crashes_it(feed, sent):
    chance = random.Random(3464)  # noqa: S311
    whole = report(sent, HEADERS)
    for _ in range(400):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        with contextlib.suppress(CommandError):
            feed(bytes(damaged[: chance.randint(1, len(damaged))]))
    assert OutgoingMail.objects.count() == 1


def test_a_message_id_that_no_database_takes(feed, sent):
    message = report(sent, HEADERS).replace(sent.message_id.encode(), b"<a\0b@example.org>")
    feed(message)
    assert OutgoingMail.objects.get().pk == sent.pk
