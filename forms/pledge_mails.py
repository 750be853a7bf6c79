"""The mails to signers: please confirm, it stands, please confirm anew.

Which one goes out depends on the pledge, and the browser that asked never learns which.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from core import site_mail
from core.formats import listed
from forms import answers, codes, mails, merge, pledge_keys, pledge_states
from forms.models.pledge import Pledge

# What the owner of an address gets when it is typed once more, by the state of its pledge.
AGAIN = {
    Pledge.Status.PENDING: "pledge_pending",
    Pledge.Status.CONFIRMED: "pledge_again",
    Pledge.Status.WITHDRAWN: "pledge_anew",
}
# The reason of a signer's first mail, which each pledge has that was mailed at all.
FIRST = "receipt"
# A form that was sent twice is no question; nor does a mail come before the one it follows.
JUST_ASKED = timedelta(minutes=10)
MOST_ONCE_MORE = 3


def ask_to_confirm(pledge) -> None:
    """Send a new signer the words they committed to, and the ways to confirm."""
    write_to_signer(pledge, "pledge", FIRST)


def answer_again(pledge) -> None:
    """Tell the owner of a known address how their pledge stands; once a day at most.

    Nobody is told who was asked to confirm just now. The mail is made all the same, for a reason
    that has one, so that the time it takes tells nothing.
    """
    if pledge.status in AGAIN:
        reason = FIRST if was_just_asked(pledge) else f"again:{timezone.localdate()}"
        write_to_signer(pledge, AGAIN[pledge.status], reason)


def was_just_asked(pledge) -> bool:
    waits = pledge.status == Pledge.Status.PENDING
    return waits and timezone.now() - pledge.last_asked_at < JUST_ASKED


@transaction.atomic
def send_once_more(page, known) -> None:
    """Ask again to confirm because no mail came: not sooner than JUST_ASKED, and not for ever.

    Without a pledge to write about, or too soon, a mail is made and thrown away, so that the time
    it takes tells little.
    """
    pledge = known or nobody_on(page)
    number = pledge_states.mail_of(pledge).filter(key__contains=":once-more:").count() + 1
    rested = Pledge.objects.pending().filter(last_asked_at__lte=timezone.now() - JUST_ASKED)
    if number <= MOST_ONCE_MORE and rested.filter(pk=pledge.pk).update(
        last_asked_at=timezone.now()
    ):
        write_to_signer(pledge, "pledge_pending", f"once-more:{number}")
    else:
        render_for(pledge, "pledge_pending")


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
    with transaction.atomic():
        write_link_to(known) if known else render_for(nobody_on(page), "pledge_yours")


def nobody_on(page) -> Pledge:
    """Return a pledge that there is not, for work whose result is thrown away."""
    words = page.current_wording or page.wording_as_edited
    return Pledge(pk=0, page=page, wording=words, created_at=timezone.now())


def write_link_to(pledge) -> None:
    write_to_signer(pledge, "pledge_yours", f"yours:{timezone.localdate()}")


def write_to_signer(pledge, purpose: str, reason: str) -> None:
    """Write a mail to the signer; one that was written for the same reason stands."""
    key = f"pledge:{pledge.pk}:{reason}"
    mails.put(render_for(pledge, purpose), key=key, purpose=purpose, recipient=pledge.email)


def render_for(pledge, purpose: str) -> site_mail.Rendered:
    """Render a mail for a pledge; it need not be saved."""
    page = pledge.page
    subject = merge.fill_line(page.mail_subject, merged(pledge))
    return site_mail.render(purpose, page.get_site(), subject, context_of(pledge))


def merged(pledge) -> dict[str, str]:
    """Return the values of the merge fields: staff's own words, and what was chosen from them."""
    return mails.merged(pledge.page, pledge) | {
        "pledge": pledge.wording.pledge,
        "society": pledge.society.title if pledge.society else "",
        "actions": listed(answers.actions(pledge)),
    }


def context_of(pledge) -> dict:
    """What the templates say. Nothing in it was typed, but for what was ticked."""
    page = pledge.page
    return {
        "page": page,
        "body": merge.fill(page.mail_body, merged(pledge)),
        "wording": pledge.wording,
        "actions": answers.actions(pledge),
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
