"""What a failed attempt to send means for the mail and for the connection."""

import random
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPResponseException, SMTPSenderRefused

from django.utils import timezone

FIRST_DELAY = timedelta(seconds=30)
LONGEST_DELAY = timedelta(minutes=15)
# "The give-up time generally needs to be at least 4-5 days" (RFC 5321, section 4.5.4.1).
GIVE_UP_AFTER = timedelta(days=5)

CLOSING = 421  # the server is about to close the connection (RFC 5321, section 3.8)
TOO_LARGE = 552  # may come as the answer to MAIL FROM, and is about the message (RFC 1870)


@dataclass(frozen=True)
class Failure:
    """`text` is for staff, and may hold the address; `label` is for logs, and does not."""

    permanent: bool  # trying the same mail again is useless
    server_lost: bool  # the next mail would fail in the same way
    text: str
    label: str


def read(error):
    """Return the Failure that an exception from a mail backend means."""
    code, answer = _server_answer(error)
    lost = code == CLOSING or (code is None and isinstance(error, OSError))
    return Failure(
        permanent=_is_permanent(error, code),
        server_lost=lost,
        text=_printable(answer),
        label=str(code or type(error).__name__),
    )


def _server_answer(error):
    if isinstance(error, SMTPRecipientsRefused):  # a mail has one recipient, so one answer
        ((code, answer),) = error.recipients.values()
    elif isinstance(error, SMTPResponseException):
        code, answer = error.smtp_code, error.smtp_error
    else:
        return None, f"{type(error).__name__}: {error}"
    text = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
    return code, f"{code} {text}"


def _is_permanent(error, code):
    """5yz about the recipient or the message is final (RFC 5321, section 4.2.1).

    5yz about the sender or the login speaks of our own settings, which somebody can repair.
    """
    if isinstance(error, SMTPSenderRefused):
        return code == TOO_LARGE
    return isinstance(error, SMTPRecipientsRefused | SMTPDataError) and code >= 500


def _printable(text):
    """Make a server's answer fit to be stored: PostgreSQL takes no NUL, and staff no novel."""
    clean = "".join(" " if unicodedata.category(char) == "Cc" else char for char in text)
    return clean[:1000]


def oldest_worth_trying():
    """The time of writing before which a mail that cannot be sent is given up."""
    return timezone.now() - GIVE_UP_AFTER


def retry_delay(attempts):
    """How long to wait after the `attempts`-th attempt: exponential, with full jitter."""
    ceiling = min(LONGEST_DELAY, FIRST_DELAY * 2 ** min(attempts - 1, 16))
    return random.random() * ceiling  # noqa: S311 (spreads load, guards nothing)
