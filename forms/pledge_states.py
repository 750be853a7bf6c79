"""How a pledge passes from one state to another. Each step may be taken twice without harm."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from forms.models.outgoing_mail import OutgoingMail
from forms.models.pledge import Pledge

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


def delete_mail_of(pledge) -> None:
    OutgoingMail.objects.filter(key__startswith=f"pledge:{pledge.pk}:").delete()
