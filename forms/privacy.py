"""What readers are told beside a form about what becomes of what they enter."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True)
class PrivacyNotice:
    """Sentences about one form. What it asks for, the form itself says (AddressForm.asked)."""

    also_kept: str
    why: str
    who: str
    how_long: str
    erasing: str


def about_pledges(page) -> PrivacyNotice:
    days = settings.PLEDGE_PENDING_DAYS
    kept = _(
        "For %(time)s after you last signed, confirmed or withdrew. Then all that is personal is "
        "deleted, and a confirmed commitment goes on being counted without it. What you do not "
        "confirm within %(days)s days is deleted."
    )
    return PrivacyNotice(
        also_kept=_(
            "When you signed, opened the page to confirm, and confirmed; the language of the page"
        ),
        why=_(
            "To be able to say that real people stand behind the number of commitments, and to "
            "write to you where you agreed to it."
        ),
        who=_(
            "Only those who look after the commitments for the coalition can see it. Societies "
            "and readers see numbers, never names."
        ),
        how_long=kept % {"time": in_words(page.kept_months), "days": days},
        erasing=_("See, correct, withdraw or erase what we hold about you"),
    )


def about_messages(page) -> PrivacyNotice:
    return about_what_was_sent(
        page,
        why=_("To read your message, and to answer it."),
        who=_("Only the coalition's staff, who also get it by email."),
    )


def about_suggestions(page) -> PrivacyNotice:
    return about_what_was_sent(
        page,
        why=_("To look at the resource, and to answer you if you left an address."),
        who=_(
            "Only the coalition's staff, who also get it by email. If the resource is published, "
            "nothing on its page says who suggested it."
        ),
    )


def about_reports(page) -> PrivacyNotice:
    return about_what_was_sent(
        page,
        why=_("To mend what is wrong, and to answer you if you left an address."),
        who=_(
            "Whoever keeps the resource, who may be a member society, reads what is wrong. "
            "Only the coalition's staff see your address."
        ),
    )


def about_what_was_sent(page, why: str, who: str) -> PrivacyNotice:
    kept = _("For %(time)s on this site. Then it is deleted.")
    return PrivacyNotice(
        also_kept=_("When you sent it, and the language of the page"),
        why=why,
        who=who,
        how_long=kept % {"time": in_words(page.kept_months)},
        erasing=_("Write to us, and we tell you what we hold, or erase it."),
    )


def in_words(months: int) -> str:
    """Return how long that is, in years where they are whole ones."""
    years, rest = divmod(months, MONTHS_OF_A_YEAR)
    if rest:
        return ngettext("%(count)s month", "%(count)s months", months) % {"count": months}
    return ngettext("%(count)s year", "%(count)s years", years) % {"count": years}
