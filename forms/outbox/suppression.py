"""Who gets no more mail.

An address on the list for all mail gets none of what visitors' forms cause; one on the list for
updates still gets direct answers. What goes to staff is sent in any case (purposes.TO_STAFF):
mail about somebody's own account, such as a new password, and visitors' messages to the
coalition. Mail that lets people reach their own data belongs there too: put its purpose into
purposes.STILL_SENT, and it goes out to whoever is on the list, within the caps.
"""

from django.db import transaction

from forms.models.outgoing_mail import OutgoingMail
from forms.models.suppressed_address import SuppressedAddress
from forms.outbox.hashes import hash_of
from forms.purposes import STILL_SENT

Reason, Scope = SuppressedAddress.Reason, SuppressedAddress.Scope
NOT_SENT = {"state": OutgoingMail.State.SUPPRESSED, "reason": OutgoingMail.Reason.SUPPRESSED}


@transaction.atomic
def suppress(address: str, reason: Reason) -> None:
    """Send no more mail to an address, neither what waits nor what comes. Twice is harmless."""
    remember(hash_of(address), Scope.ALL, reason)
    unsent = OutgoingMail.objects.unsent().filter(recipient__iexact=address)
    unsent.exclude(purpose__in=STILL_SENT).update(**NOT_SENT)


def allow(address: str) -> bool:
    """Take an address off the list, whatever put it there; return whether it was on it."""
    return bool(SuppressedAddress.objects.of(address).delete()[0])


def remember(address_hash: str, scope: Scope, reason: Reason) -> None:
    row = SuppressedAddress(address_hash=address_hash, scope=scope, reason=reason)
    # The database decides, so two bounces at once make one row; the first reason stands.
    SuppressedAddress.objects.bulk_create([row], ignore_conflicts=True)


def forbids(mail) -> bool:
    """Tell whether the list keeps an OutgoingMail from being sent."""
    if mail.purpose in STILL_SENT:
        return False
    scopes = [Scope.ALL, Scope.UPDATES] if mail.is_update else [Scope.ALL]
    return SuppressedAddress.objects.of(mail.recipient).filter(scope__in=scopes).exists()
