"""Writing a mail into the outbox."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from forms.models.outgoing_mail import OutgoingMail
from forms.outbox import fate, message, runner, unsubscribing


def enqueue(
    *,
    key,
    purpose,
    recipient,
    subject,
    text,
    html="",
    reply_to="",
    sender=None,
    headers=None,
    unsubscribable=False,
):
    """Write one mail into the outbox; it is sent after the surrounding transaction has committed.

    `key` names the reason ("pledge:17:receipt"): a second mail with the same key is not made.
    `purpose` is a short code to filter on. `recipient` is one bare address; `sender` and `reply_to`
    may carry a name (make them with email.utils.formataddr; `sender` defaults to
    DEFAULT_FROM_EMAIL). `headers` are further headers. `unsubscribable` is for mail that is no
    direct answer: it gets headers with which to unsubscribe, and is not sent to who did. A mail
    that may not be sent is written all the same, as suppressed or held (fate.py).

    Raises ValueError for anything that could not be sent (a line break in a header, a wrong
    address, a text too long for its column), and TransactionManagementError outside a transaction:
    there the mail and what it confirms could be parted by a crash.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("enqueue() needs a transaction")
    mail = OutgoingMail(
        key=key,
        purpose=purpose,
        sender=sender or settings.DEFAULT_FROM_EMAIL,
        recipient=recipient,
        reply_to=reply_to,
        subject=subject,
        text=text,
        html=html,
        message_id=f"<{uuid.uuid4().hex}@{settings.SITE_HOST}>",
        headers=(headers or {}) | (unsubscribing.headers_for(recipient) if unsubscribable else {}),
    )
    _check(mail)
    fate.decide(mail)
    # The database decides, so two requests at once cannot both write the key.
    OutgoingMail.objects.bulk_create([mail], ignore_conflicts=True)
    transaction.on_commit(runner.wake, robust=True)


def _check(mail):
    message.check(mail)
    try:
        # SQLite's INSERT OR IGNORE drops a row with any fault in silence, not only a known key.
        mail.clean_fields()
    except ValidationError as error:
        # Only the columns' names: the values are personal and would end in a log.
        raise ValueError(f"no mail: wrong {', '.join(error.message_dict)}") from None
