"""How much mail visitors' forms may cause in 24 hours: to one address, and in all.

Both caps hold however many transactions write at once: those that could meet a cap decide one
after the other. Which mail counts is in the row (`counted`), so nothing has to be counted twice
or given back when a transaction fails.
"""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from forms.models.outgoing_mail import OutgoingMail
from forms.outbox import locks
from forms.purposes import TO_STAFF, WITHOUT_FORM

Reason = OutgoingMail.Reason
WINDOW = timedelta(days=1)
# More transactions than can be under way at once; so far below the cap of a day nobody waits.
NEAR = 100


def apply_to(mail) -> bool:
    """Tell whether the caps are about this mail: not what staff cause, nor updates they send."""
    return mail.purpose not in WITHOUT_FORM and not mail.is_update


def reason_against(mail) -> str:
    """Return the Reason why one more mail like this is too many, or "".

    Two transactions that take both locks take them in this order, so neither waits for ever.
    """
    day_is_full = is_full_for_today()
    # Staff hear of every visitor; else a flood from one would hide all others.
    if mail.purpose not in TO_STAFF and is_full_for(mail.recipient):
        return Reason.ADDRESS_CAP
    return Reason.DAY_CAP if day_is_full else ""


def is_full_for_today() -> bool:
    cap = settings.OUTBOX_MOST_IN_A_DAY
    if not cap or count(cap) < cap - NEAR:
        return False
    locks.take("day")
    return count(cap) >= cap


def is_full_for(address: str) -> bool:
    cap = settings.OUTBOX_MOST_TO_AN_ADDRESS
    if not cap:
        return False
    locks.take(f"address:{address}")
    return count(cap, recipient=address) >= cap


def count(cap: int, **which) -> int:
    """Return how many mails of the last 24 hours count, up to the cap."""
    since = timezone.now() - WINDOW
    return OutgoingMail.objects.filter(counted=True, created_at__gt=since, **which)[:cap].count()
