"""How a pledge passes from one state to another. Each step may be taken twice without harm."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.log_actions import registry as log_registry

from forms import funnel
from forms.models.outgoing_mail import OutgoingMail
from forms.models.pledge import Pledge, new_secret
from forms.outbox import unsubscribing

Status = Pledge.Status


def note_opened(pledge) -> None:
    """Keep when a person first had the page before them that confirms a pledge."""
    unseen = Pledge.objects.filter(pk=pledge.pk, opened_at=None, erased_at=None)
    unseen.update(opened_at=timezone.now())


@transaction.atomic
def confirm(pledge) -> None:
    """Count a pledge that waits, or that its signer withdrew before.

    Whoever agreed to updates in it gets them again, if they unsubscribed before they signed.
    """
    # Not save(): it would undo what happened since the row was read.
    seen = Pledge.objects.filter(pk=pledge.pk, times_withdrawn=pledge.times_withdrawn)
    open_ones = seen.filter(status__in=[Status.PENDING, Status.WITHDRAWN])
    now = timezone.now()
    opened = Coalesce("opened_at", now)
    counted = {"status": Status.CONFIRMED, "confirmed_at": now, "opened_at": opened}
    if open_ones.update(**counted, withdrawn_at=None) and pledge.wants_updates:
        unsubscribing.subscribe_again(pledge.email, agreed=pledge.consent_at or pledge.created_at)


def withdraw(pledge) -> None:
    """Count a pledge no longer, and end the links to confirm that were mailed for it."""
    standing = [Status.PENDING, Status.CONFIRMED]
    Pledge.objects.filter(pk=pledge.pk, status__in=standing).update(
        status=Status.WITHDRAWN,
        withdrawn_at=timezone.now(),
        times_withdrawn=F("times_withdrawn") + 1,
    )


def invalidate(pledge) -> bool:
    """Count a pledge no longer, because staff say so; tell whether it was done."""
    standing = Pledge.objects.filter(status__in=[Status.PENDING, Status.CONFIRMED], erased_at=None)
    invalid = {"status": Status.INVALID, "invalidated_at": timezone.now()}
    return bool(standing.filter(pk=pledge.pk).update(**invalid))


def count_again(pledge) -> bool:
    """Undo `invalidate` for a pledge that its signer had confirmed; tell whether it was done."""
    confirmed = Pledge.objects.filter(status=Status.INVALID, confirmed_at__isnull=False)
    valid = {"status": Status.CONFIRMED, "invalidated_at": None}
    return bool(confirmed.filter(pk=pledge.pk).update(**valid))


def clear_suspicion(pledge) -> bool:
    """Let a suspect pledge wait for its signer like any other; tell whether it was done."""
    now = timezone.now()
    suspect = Pledge.objects.pending().filter(pk=pledge.pk, is_suspect=True, page__live=True)
    return bool(suspect.update(is_suspect=False, pending_since=now, last_asked_at=now))


def note_asking(pledge, most: int) -> bool:
    """Count that staff ask a signer once more, `most` times in all; tell whether they may."""
    waiting = Pledge.objects.pending().filter(page__live=True, is_suspect=False)
    same = waiting.filter(pk=pledge.pk, asked_by_staff=pledge.asked_by_staff)
    asked = {"asked_by_staff": F("asked_by_staff") + 1, "last_asked_at": timezone.now()}
    return bool(same.filter(asked_by_staff__lt=most).update(**asked))


@transaction.atomic
def remove(pledge) -> None:
    """Delete a pledge and all records about it: whoever has the address says it was not them."""
    hold(pledge)
    steps = funnel.steps_of(pledge, mailed=was_mailed(pledge), opened=True)
    delete_records_of(pledge)
    if Pledge.objects.filter(pk=pledge.pk).delete()[0]:
        funnel.keep(steps)


def correct(pledge, answers: dict) -> None:
    """Change what a signer said about themselves; `answers` are by the columns of the row."""
    agreed = pledge.consent_at if pledge.wants_updates else timezone.now()
    consent_at = agreed if answers["wants_updates"] else None
    same = Pledge.objects.filter(pk=pledge.pk, erased_at=None)
    same.update(**answers, consent_at=consent_at)


@transaction.atomic
def erase(pledge) -> None:
    """Delete all that is personal in a pledge, and the records about it.

    One that counts goes on counting, as a row that says on which page and day somebody
    confirmed, and no more. The society goes too: together with the day it could tell who.
    """
    hold(pledge)
    steps = funnel.steps_of(pledge, mailed=was_mailed(pledge))
    delete_records_of(pledge)
    row = Pledge.objects.filter(pk=pledge.pk, erased_at=None)
    nothing = NOTHING_PERSONAL | days_only(pledge)
    if row.counted().update(**nothing, secret=new_secret()) or row.delete()[0]:
        funnel.keep(steps)


def hold(pledge) -> None:
    """Take the row before its mail, as recording does, or the two could wait for each other."""
    list(Pledge.objects.select_for_update().filter(pk=pledge.pk).values_list("pk"))


NOTHING_PERSONAL = {
    "name": "",
    "email": None,
    "society": None,
    "state": "",
    "ticked": "",
    "answers": {},
    "wants_updates": False,
    "consent_at": None,
    "language": "",
    "opened_at": None,
    "withdrawn_at": None,
    "times_withdrawn": 0,
    "reminders": 0,
    "asked_by_staff": 0,
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


def was_mailed(pledge) -> bool:
    return mail_of(pledge).receipts_sent().exists()


def delete_records_of(pledge) -> None:
    """Delete the mail about a pledge, and what the log says that staff did to it."""
    mail_of(pledge).delete()
    log_registry.get_logs_for_instance(pledge).delete()
