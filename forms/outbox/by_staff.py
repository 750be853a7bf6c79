"""What staff and operators do to mail that was written already."""

from django.db import transaction
from django.utils import timezone

from forms.models.outgoing_mail import OutgoingMail
from forms.outbox import suppression

State = OutgoingMail.State


class NotAgainError(Exception):
    """A mail cannot be tried again."""


class AddressSuppressedError(NotAgainError):
    """Its address is on the suppression list."""


def try_again(mail) -> None:
    """Let a failed or held mail wait to be sent, at once. The count of attempts goes on."""
    if suppression.forbids(mail):
        raise AddressSuppressedError
    stopped = OutgoingMail.objects.filter(pk=mail.pk, state__in=OutgoingMail.RETRIABLE)
    if not stopped.update(**wait_from_now()):
        raise NotAgainError


def hold() -> int:
    """Keep all waiting mail back, also what a sender held when a backup was made; return how many.

    Mail that is written afterwards is sent as ever.
    """
    held = {"state": State.HELD, "reason": OutgoingMail.Reason.OPERATOR}
    return OutgoingMail.objects.waiting().update(**held)


@transaction.atomic
def release() -> int:
    """Let all held mail wait to be sent, at once; return how many that is.

    All but what the suppression list forbids by now, which is suppressed.
    """
    held = OutgoingMail.objects.held()
    forbidden = [mail.pk for mail in held.iterator() if suppression.forbids(mail)]
    held.filter(pk__in=forbidden).update(**suppression.NOT_SENT)
    return OutgoingMail.objects.held().update(**wait_from_now())


def wait_from_now() -> dict:
    return {"state": State.WAITING, "reason": "", "next_attempt_at": timezone.now()}
