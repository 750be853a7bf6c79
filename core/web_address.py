"""What an address that readers follow must not hold."""

from contextlib import suppress
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

WITH_PASSWORD = _("Please give the address without a user name or password.")


def without_password(address: str) -> None:
    """Raise ValidationError for https://user:password@host/ (RFC 3986, 3.2.1 and 7.5).

    Whoever reads the page would read the password, and "https://known.example@host/" looks like
    another site than it is. What is no address at all is left to others to refuse.
    """
    with suppress(ValueError):
        if "@" in urlsplit(address).netloc:
            raise ValidationError(WITH_PASSWORD)
