"""What can stand in a mail. For the fields, of staff and of visitors, that end up in one."""

import unicodedata

from django.core.exceptions import ValidationError
from django.core.mail.message import sanitize_address
from django.utils.translation import gettext_lazy as _

# Control characters, halves of surrogate pairs, and what Unicode counts as line or paragraph ends.
FORBIDDEN_IN_HEADERS = {"Cc", "Cs", "Zl", "Zp"}


def validate_header(value):
    """Raise ValidationError if `value` cannot stand in a mail header such as the subject."""
    if any(unicodedata.category(character) in FORBIDDEN_IN_HEADERS for character in value):
        raise ValidationError(
            _("Please write this on one line, without line breaks or control characters."),
            code="header",
        )


def on_one_line(text: str) -> str:
    """Return the text with a space in place of each character that cannot stand in a header."""
    return "".join(
        " " if unicodedata.category(character) in FORBIDDEN_IN_HEADERS else character
        for character in text
    )


def validate_address(value):
    """Raise ValidationError if mail cannot be sent to (or from) `value`, with or without a name.

    Django's e-mail field takes more than that: control characters in a quoted local part
    (RFC 5322 has them as obsolete) and host names that no domain name can encode (RFC 5891).
    """
    validate_header(value)
    try:
        sanitize_address(value, "utf-8")
    except Exception:  # whatever the parser meets: it is no address
        raise ValidationError(_("No mail can be sent to this address."), code="address") from None
