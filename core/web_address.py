"""What the address of a web page is, which readers follow."""

from contextlib import suppress
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

WITH_PASSWORD = _("Please give the address without a user name or password.")

NO_WEB_ADDRESS = _("Please give the address of a web page. It begins with https:// or http://.")


def without_password(address: str) -> None:
    """Raise ValidationError for https://user:password@host/ (RFC 3986, 3.2.1 and 7.5).

    Whoever reads the page would read the password, and "https://known.example@host/" looks like
    another site than it is. What is no address at all is left to others to refuse.
    """
    with suppress(ValueError):
        if "@" in urlsplit(address).netloc:
            raise ValidationError(WITH_PASSWORD)


# No `javascript:`, `data:` or `ftp:`, which no browser opens as a page, and no password.
WEB_ADDRESS = [URLValidator(schemes=["http", "https"], message=NO_WEB_ADDRESS), without_password]


def only_of_web_pages(field) -> None:
    """Let a form's URLField take no other addresses, and say so."""
    others = [each for each in field.validators if not isinstance(each, URLValidator)]
    field.validators = [*others, *WEB_ADDRESS]
    field.error_messages["invalid"] = NO_WEB_ADDRESS
