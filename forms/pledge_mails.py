"""The mails to signers: please confirm, it stands, please confirm anew.

Which one goes out depends on the pledge, and the browser that asked never learns which.
"""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from core import site_mail
from forms import codes, pledge_keys
from forms.mails import write
from forms.models.pledge import Pledge

# What the owner of an address gets when it is typed once more, by the state of its pledge.
AGAIN = {
    Pledge.Status.PENDING: "pledge_pending",
    Pledge.Status.CONFIRMED: "pledge_again",
    Pledge.Status.WITHDRAWN: "pledge_anew",
}


def ask_to_confirm(pledge) -> None:
    """Send a new signer the words they committed to, and the ways to confirm."""
    write_to_signer(pledge, "pledge", "receipt")


def answer_again(pledge) -> None:
    """Tell the owner of a known address how their pledge stands; once a day at most."""
    if pledge.status in AGAIN:
        write_to_signer(pledge, AGAIN[pledge.status], f"again:{timezone.localdate()}")


def remind(pledge, number: int) -> None:
    """Ask once more somebody who has not confirmed."""
    write_to_signer(pledge, "pledge_reminder", f"reminder:{number}")


def ask_for_staff(pledge, number: int) -> None:
    """The same because staff wish it, whatever reminders there were."""
    write_to_signer(pledge, "pledge_reminder", f"staff:{number}")


def send_link(page, email: str) -> None:
    """Send the owner of an address the link to their own page; once a day at most.

    For an address that nobody signed with the same is rendered and thrown away, so that the
    time it takes tells little.
    """
    known = page.pledges.select_related("wording").filter(email=email, is_suspect=False).first()
    nobody = Pledge(page=page, email=email, wording=page.current_wording)
    with transaction.atomic():
        write_link_to(known) if known else render_for(nobody, "pledge_yours")


def write_link_to(pledge) -> None:
    write_to_signer(pledge, "pledge_yours", f"yours:{timezone.localdate()}")


def render_for(pledge, purpose: str) -> None:
    page = pledge.page
    site_mail.render(purpose, page.get_site(), page.mail_subject, context_of(pledge))


def write_to_signer(pledge, purpose: str, reason: str) -> None:
    """Write a mail to the signer; one that was written for the same reason stands."""
    write(
        pledge.page,
        key=f"pledge:{pledge.pk}:{reason}",
        purpose=purpose,
        recipient=pledge.email,
        subject=pledge.page.mail_subject,
        context=context_of(pledge),
    )


def context_of(pledge) -> dict:
    """What the templates say. Nothing in it was typed, but for the consent, which is a tick."""
    page = pledge.page
    return {
        "page": page,
        "wording": pledge.wording,
        "wants_updates": pledge.wants_updates,
        "signed": pledge.created_at,
        "confirm_link": pledge_keys.confirm_link(pledge),
        "yours_link": pledge_keys.yours_link(pledge),
        "typed_code": codes.code_of(pledge),
        "code_page": page.full_url + page.reverse_subpage("confirm"),
        "code_days": codes.DAYS,
        "link_days": settings.PLEDGE_LINK_DAYS,
        "pending_days": settings.PLEDGE_PENDING_DAYS,
    }
