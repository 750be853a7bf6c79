"""Unsubscribing with one click from mail that answers nothing (RFC 2369, RFC 8058).

The link holds a signed hash of the address: it names nobody, opens nothing else, never runs out,
and outlives the mail and all that we know of its reader.
"""

from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.urls import reverse

from forms.models.outgoing_mail import OutgoingMail
from forms.models.suppressed_address import SuppressedAddress
from forms.outbox import suppression
from forms.outbox.hashes import hash_of, hashes_of

SALT = "forms.outbox.unsubscribing"


class WrongKeyError(Exception):
    """The key is none of ours, or not all of it."""


def headers_for(address: str) -> dict:
    """Return the headers that let mail programs offer a button (RFC 8058, section 3.1)."""
    return {
        "List-Unsubscribe": f"<{link_for(address)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def link_for(address: str) -> str:
    """Return the address of the page where the owner of an address unsubscribes."""
    key = Signer(salt=SALT).sign(hash_of(address))
    return f"{settings.SITE_URL}{reverse('unsubscribe')}?{urlencode({'key': key})}"


def read(key: str) -> str:
    """Return the hash of the address that a key is about. Raises WrongKeyError."""
    try:
        return Signer(salt=SALT).unsign(key)
    except BadSignature:
        raise WrongKeyError from None


@transaction.atomic
def unsubscribe(address_hash: str) -> None:
    """Send only direct answers from now on, and not the updates that wait. Twice is harmless."""
    scope, reason = SuppressedAddress.Scope.UPDATES, SuppressedAddress.Reason.ASKED
    suppression.remember(address_hash, scope, reason)
    unsent = OutgoingMail.objects.unsent().filter(headers__has_key="List-Unsubscribe")
    addresses = unsent.values_list("pk", "recipient").iterator()
    theirs = [pk for pk, address in addresses if address_hash in hashes_of(address)]
    unsent.filter(pk__in=theirs).update(**suppression.NOT_SENT)


def has_unsubscribed(address: str) -> bool:
    return unsubscribed(address).exists()


def subscribe_again(address: str, agreed: datetime) -> None:
    """Send updates again to whoever agreed to them after unsubscribing.

    What keeps all mail from an address stays.
    """
    unsubscribed(address).filter(since__lt=agreed).delete()


def unsubscribed(address: str):
    return SuppressedAddress.objects.of(address).filter(scope=SuppressedAddress.Scope.UPDATES)
