"""What is written when a form is accepted: the row and its mails, in one transaction."""

from django.db import transaction
from django.utils.translation import get_language

from forms import mails


@transaction.atomic
def record_pledge(page, answers: dict) -> None:
    """Keep a pledge and write the mail to its signer.

    Somebody who signed before gets a mail that says so, at most once a day; the pledge
    itself stays as it was, because whoever filled in the form need not own the address.
    """
    details = {**answers, "language": get_language()}
    pledge, is_new = page.pledges.get_or_create(email=details.pop("email"), defaults=details)
    if is_new:
        mails.confirm_pledge(pledge)
    else:
        mails.recall_pledge(pledge)


@transaction.atomic
def record_message(page, answers: dict) -> None:
    """Keep a message, pass it on to staff, and send the visitor a receipt."""
    message = page.messages.create(**answers)
    mails.pass_message_on(message)
    mails.confirm_message(message)
