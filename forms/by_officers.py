"""What pledge officers do to one pledge. Each act is logged with who did it, or not done at all."""

from django.db import transaction
from django.utils.translation import override
from wagtail.log_actions import log

from forms import log_actions, pledge_mails, pledge_states
from forms.models.outgoing_mail import OutgoingMail

MOST_ASKED = 3


class NothingDoneError(Exception):
    """The pledge is not, or no longer, in a state for it."""


class NotMailedError(Exception):
    """The address gets no mail, or has had too much of it today."""


@transaction.atomic
def ask_again(pledge, user) -> None:
    """Ask the signer once more to confirm, three times at most. Raises NotMailedError."""
    if not pledge_states.note_asking(pledge, most=MOST_ASKED):
        raise NothingDoneError
    number = pledge.asked_by_staff + 1
    with override(pledge.language):
        pledge_mails.ask_for_staff(pledge, number)
    suppressed = pledge_states.mail_of(pledge).filter(state=OutgoingMail.State.SUPPRESSED)
    if suppressed.filter(key__endswith=f":staff:{number}").exists():
        raise NotMailedError
    log(pledge, log_actions.ASK_AGAIN, user=user)


@transaction.atomic
def mark_invalid(pledge, user) -> None:
    """Count the pledge no longer, and close the links that confirm it."""
    log_if_done(pledge_states.invalidate(pledge), pledge, log_actions.MARK_INVALID, user)


@transaction.atomic
def count_again(pledge, user) -> None:
    """Undo `mark_invalid` for a pledge that its signer had confirmed."""
    log_if_done(pledge_states.count_again(pledge), pledge, log_actions.COUNT_AGAIN, user)


@transaction.atomic
def take_for_genuine(pledge, user) -> None:
    """Take a suspect pledge for a person's, and ask its signer to confirm it."""
    log_if_done(pledge_states.clear_suspicion(pledge), pledge, log_actions.GENUINE, user)
    with override(pledge.language):
        pledge_mails.ask_to_confirm(pledge)


@transaction.atomic
def erase(pledge, user) -> None:
    """Delete all that is personal, as the signer's own button does."""
    pledge_states.erase(pledge)
    log(pledge, log_actions.ERASE, user=user)


def log_if_done(done: bool, pledge, action: str, user) -> None:
    if not done:
        raise NothingDoneError
    log(pledge, action, user=user)
