"""How a pledge passes from one state to another. Each step may be taken twice without harm."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from forms.models.outgoing_mail import OutgoingMail
from forms.models.pledge import Pledge, new_secret

Status = Pledge.Status


def confirm(pledge) -> None:
    """Count a pledge that waits, or that its signer withdrew before."""
    # Not save(): it would undo what happened since the row was read.
    seen = Pledge.objects.filter(pk=pledge.pk, times_withdrawn=pledge.times_withdrawn)
    open_ones = seen.filter(status__in=[Status.PENDING, Status.WITHDRAWN])
    open_ones.update(status=Status.CONFIRMED, confirmed_at=timezone.now(), withdrawn_at=None)


def withdraw(pledge) -> None:
    """Count a pledge no longer, and end the links to confirm that were mailed for it."""
    standing = [Status.PENDING, Status.CONFIRMED]
    Pledge.objects.filter(pk=pledge.pk, status__in=standing).update(
        status=Status.WITHDRAWN,
        withdrawn_at=timezone.now(),
        times_withdrawn=F("times_withdrawn") + 1,
    )


@transaction.atomic
def remove(pledge) -> None:
    """Delete a pledge and all mail about it, as if it had never been made."""
    delete_mail_of(pledge)
    Pledge.objects.filter(pk=pledge.pk).delete()


def correct(pledge, answers: dict) -> None:
    """Change what a signer said about themselves; `answers` are by the columns of the row."""
    Pledge.objects.filter(pk=pledge.pk, erased_at=None).update(**answers)


@transaction.atomic
def erase(pledge) -> None:
    """Delete all that is personal in a pledge, and the mail about it.

    One that counts goes on counting, as a row that says on which page and day somebody
    confirmed, and no more. The society goes too: together with the day it could tell who.
    """
    delete_mail_of(pledge)
    row = Pledge.objects.filter(pk=pledge.pk)
    if not row.counted().update(**NOTHING_PERSONAL, **days_only(pledge), secret=new_secret()):
        row.delete()


NOTHING_PERSONAL = {
    "name": "",
    "email": None,
    "society": None,
    "state": "",
    "answers": {},
    "wants_updates": False,
    "language": "",
    "withdrawn_at": None,
    "times_withdrawn": 0,
    "reminders": 0,
}


def days_only(pledge) -> dict:
    """Return the times that an erased pledge keeps, to the day."""
    today = start_of_day(timezone.now())
    confirmed = start_of_day(pledge.confirmed_at or pledge.created_at)
    kept = dict.fromkeys(
        ["created_at", "confirmed_at", "pending_since", "last_asked_at"], confirmed
    )
    return kept | {"erased_at": today}


def start_of_day(moment: datetime) -> datetime:
    return timezone.localtime(moment).replace(hour=0, minute=0, second=0, microsecond=0)


def mail_of(pledge):
    """Return the outbox's rows about a pledge."""
    return OutgoingMail.objects.filter(key__startswith=f"pledge:{pledge.pk}:")


def delete_mail_of(pledge) -> None:
    mail_of(pledge).delete()
