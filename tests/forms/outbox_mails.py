"""Mails for the outbox tests, and a shift of time in place of waiting."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from forms.models import OutgoingMail
from forms.outbox.enqueue import enqueue


def contents(number=1, **changes):
    """The arguments of enqueue() for mail `number`."""
    return {
        "key": f"test:{number}",
        "purpose": "test",
        "recipient": f"reader{number}@example.org",
        "subject": f"Mail {number}",
        "text": "Thank you.",
        "html": "<p>Thank you.</p>",
        **changes,
    }


def write(number=1, **changes):
    """Enqueue mail `number` in a transaction of its own and return its row."""
    values = contents(number, **changes)
    with transaction.atomic():
        enqueue(**values)
    return OutgoingMail.objects.get(key=values["key"])


def write_many(count):
    return [write(number) for number in range(1, count + 1)]


def make_due():
    """Let every waiting mail's next attempt have come."""
    OutgoingMail.objects.waiting().update(next_attempt_at=timezone.now())


def expire_leases():
    """Let every lease have run out."""
    leased = OutgoingMail.objects.filter(lease_until__isnull=False)
    leased.update(lease_until=timezone.now() - timedelta(seconds=1))


def make_old(mail, **age):
    """Let `mail` have been written `age` (keywords of timedelta) ago."""
    written = timezone.now() - timedelta(**age)
    OutgoingMail.objects.filter(pk=mail.pk).update(created_at=written)
