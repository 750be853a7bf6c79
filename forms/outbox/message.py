"""From a row of the outbox to the message that goes out."""

from email.utils import format_datetime

from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.core.validators import ProhibitNullCharactersValidator

from core.mail_validators import validate_address, validate_header


def build(mail, connection=None):
    """Return the Django message for an OutgoingMail, to be sent over `connection`.

    The same row always gives the same headers, so that mail programs recognise a duplicate.
    `Auto-Submitted` keeps out-of-office replies from coming back (RFC 3834, section 5).
    """
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        from_email=mail.sender,
        to=[mail.recipient],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        connection=connection,
        headers={
            "Auto-Submitted": "auto-generated",
            **mail.headers,
            "Message-ID": mail.message_id,
            "Date": format_datetime(mail.created_at),
        },
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    return message


def check(mail):
    """Raise ValueError unless `mail` makes a message that can be sent.

    Checked while the mail is written, when the cause can still be told, and not while it is sent.
    The error does not quote the mail: it may end in a log.
    """
    try:
        _check_headers(mail)
        ProhibitNullCharactersValidator()(mail.text + mail.html)
    except ValidationError as error:
        raise ValueError(f"no mail: {error.messages}") from None


def _check_headers(mail):
    for value in (mail.subject, *mail.headers, *mail.headers.values()):
        validate_header(value)
    for address in filter(None, (mail.sender, mail.recipient, mail.reply_to)):
        validate_address(address)
