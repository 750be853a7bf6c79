"""What staff and operators do to mail that was written already."""

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


def wait_from_now() -> dict:
    return {"state": State.WAITING, "reason": "", "next_attempt_at": timezone.now()}
