"""Addresses that can be recognised and not be read."""

from django.conf import settings
from django.utils.crypto import salted_hmac

SALT = "forms.outbox.address"  # part of every hash that is stored: never change it


def hash_of(address: str) -> str:
    """Return the keyed hash under which an address is remembered, whatever its capitals."""
    return hashes_of(address)[0]


def hashes_of(address: str) -> list[str]:
    """Return the hash by the secret key, then those by the keys it replaced."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [
        salted_hmac(SALT, address.lower(), secret=key, algorithm="sha256").hexdigest()
        for key in keys
    ]
