"""Sending what is due, one mail at a time, over one connection."""

import contextlib
import logging
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import get_connection
from django.utils import timezone

from forms.outbox import claims, failures, message

logger = logging.getLogger(__name__)

# Relays end a connection after a number of mails; leave before they do.
MAILS_PER_CONNECTION = 100


@dataclass
class Report:
    """What one run did."""

    sent: int = 0
    postponed: int = 0
    failed: int = 0
    server_lost: bool = False

    def __str__(self):
        return f"{self.sent} sent, {self.postponed} to be tried again, {self.failed} failed"


class Connection:
    """A connection of Django's mail backend, opened when needed, used for many mails."""

    def __init__(self):
        self._backend = None
        self._mails = 0

    def open(self):
        """Make sure there is a connection. Raises OSError if the server cannot be reached."""
        if self._mails >= MAILS_PER_CONNECTION:
            self.close()
        if self._backend is None:
            self._backend = get_connection(settings.OUTBOX_TRANSPORT)
            self._backend.open()

    def send(self, mail):
        """Send one OutgoingMail. Raises what the backend raises."""
        self._mails += 1
        self._backend.send_messages([message.build(mail, self._backend)])

    def close(self):
        """Close the connection, if there is one, whatever state it is in."""
        backend, self._backend, self._mails = self._backend, None, 0
        if backend:
            with contextlib.suppress(OSError):
                backend.close()


def send_due(stopping=lambda: False):
    """Send every mail that is due now, and return a Report.

    `stopping` is asked between two mails. The run also ends when the mail server is lost, for each
    further mail would cost another timeout. Raises database errors, and what a wrong mail setting
    raises; the mail in hand is then tried again after its lease.
    """
    report = Report()
    connection = Connection()
    try:
        for mail_id, attempts in claims.due_mails(timezone.now()):
            if stopping() or report.server_lost:
                break
            _handle(mail_id, attempts, connection, report)
    finally:
        connection.close()
    return report


def _handle(mail_id, attempts, connection, report):
    # Connect before claiming: while the server is away no mail loses its place to it.
    try:
        connection.open()
    except OSError as error:
        connection.close()
        _server_is_away(mail_id, error, report)
        return
    mail = claims.claim(mail_id, attempts)
    if mail:
        _attempt(mail, connection, report)


def _attempt(mail, connection, report):
    try:
        connection.send(mail)
    except Exception as error:
        connection.close()  # nobody knows what the two sides now think of each other
        _record_failure(mail, failures.read(error), report)
    else:
        report.sent += 1
        _log(claims.mark_sent(mail), mail, "sent")


def _record_failure(mail, failure, report):
    report.server_lost = failure.server_lost
    if failure.permanent or mail.created_at < failures.oldest_worth_trying():
        report.failed += 1
        _log(claims.give_up(mail, failure.text), mail, f"failed ({failure.label})")
    else:
        report.postponed += 1
        delay = failures.retry_delay(mail.attempts)
        _log(claims.postpone(mail, delay, failure.text), mail, f"postponed ({failure.label})")


def _server_is_away(mail_id, error, report):
    failure = failures.read(error)
    report.server_lost = True
    report.failed += claims.note_absence(mail_id, failure.text, failures.oldest_worth_trying())
    logger.warning("The mail server cannot be reached (%s)", failure.label)


def _log(written, mail, result):
    # Ids and purposes only: addresses and texts stay in the database.
    if written:
        logger.info("Mail %s (%s) %s", mail.pk, mail.purpose, result)
    else:
        logger.warning("Mail %s (%s) %s after its lease ran out", mail.pk, mail.purpose, result)
