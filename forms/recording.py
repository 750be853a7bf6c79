"""What is written when a form is accepted: the row and its mails, in one transaction."""

from django.db import transaction
from django.utils.translation import get_language

from forms import mails, pledge_mails
from forms.models.pledge import Pledge


@transaction.atomic
def record_pledge(page, answers: dict) -> None:
    """Keep a pledge and write the mail to its signer.

    The owner of an address that is known gets a mail that fits, at most once a day; the pledge
    itself stays as it was, because whoever filled in the form need not own the address. Known or
    not, the database is asked the same, so that the time it takes tells nothing.
    """
    typed = Pledge(page=page, language=get_language(), **answers)
    # The database decides, so two requests at once make one pledge.
    Pledge.objects.bulk_create([typed], ignore_conflicts=True)
    pledge = page.pledges.select_related("wording").get(email=typed.email)
    if pledge.secret == typed.secret:
        pledge_mails.ask_to_confirm(pledge)
    else:
        pledge_mails.answer_again(pledge)


@transaction.atomic
def record_message(page, answers: dict) -> None:
    """Keep a message, pass it on to staff, and send the visitor a receipt."""
    message = page.messages.create(**answers)
    mails.pass_message_on(message)
    mails.confirm_message(message)
