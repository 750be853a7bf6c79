"""What is written when a form is accepted: the row and its mails, in one transaction."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language, override

from forms import pledge_mails, reminders
from forms.models.pledge import Pledge


@transaction.atomic
def record_pledge(page, answers: dict, suspect: bool = False) -> None:
    """Keep a pledge and write the mail to its signer.

    The owner of an address that is known gets a mail that fits, at most once a day; the pledge
    itself stays as it was, because whoever filled in the form need not own the address. Known or
    not, the database is asked the same, so that the time it takes tells nothing.

    A suspect pledge is kept without a mail, until somebody signs with its address who is not.
    """
    typed = Pledge(page=page, language=get_language(), is_suspect=suspect, **answers)
    typed.consent_at = timezone.now() if typed.wants_updates else None
    # Who removes the pledge that was met here, at this moment, makes room for what was typed.
    pledge = put_or_meet(page, typed) or put_or_meet(page, typed)
    if not suspect:
        tell_signer(pledge, typed)


def put_or_meet(page, typed) -> Pledge | None:
    """Write the row unless its address is known; return the address's pledge, held until the end.

    None where that pledge was removed in between.
    """
    # The database decides, so two requests at once make one pledge.
    Pledge.objects.bulk_create([typed], ignore_conflicts=True)
    same = page.pledges.select_related("wording").filter(email=typed.email)
    return same.select_for_update(of=("self",)).first()


def tell_signer(pledge, typed) -> None:
    """Write the mail that fits: `typed` was just made into `pledge`, or met an older one."""
    reminders.take_up_again(pledge)  # whichever it is, for the same work
    if pledge.is_suspect:
        pledge_mails.ask_to_confirm(replace(pledge, typed))
    elif (pledge.secret, pledge.created_at) == (typed.secret, typed.created_at):
        pledge_mails.ask_to_confirm(pledge)
    else:
        pledge_mails.answer_again(pledge)


REPLACED = ["name", "society", "state", "ticked", "answers", "wants_updates", "language"]
REPLACED += ["wording", "secret", "created_at", "pending_since", "last_asked_at", "consent_at"]


def replace(suspect, typed) -> Pledge:
    """Put what a person typed in the place of what a robot seems to have sent."""
    answers = {name: getattr(typed, name) for name in REPLACED}
    # Conditional, so that of two people at once one replaces it and the other meets a pledge.
    still = Pledge.objects.filter(pk=suspect.pk, is_suspect=True)
    still.update(is_suspect=False, **answers)
    return Pledge.objects.select_related("page", "wording").get(pk=suspect.pk)


@transaction.atomic
def record_message(page, answers: dict, suspect: bool = False) -> None:
    """Keep what was sent with a form, and do what follows from it; if suspect, only keep it."""
    row = {"page": page, "language": get_language(), "is_suspect": suspect, **answers}
    message = page.submission_class.objects.create(**row)
    if not suspect:
        page.follow_up(message)


@transaction.atomic
def take_for_genuine(message) -> None:
    """Do what follows from a message that was suspect; once, whoever else does the same."""
    rows = type(message).objects.filter(pk=message.pk, is_suspect=True)
    if rows.update(is_suspect=False):
        message.refresh_from_db()
        with override(message.language):
            message.page.specific.follow_up(message)
