"""The keys in the links of a pledge's mails: signed, for a while, and for one purpose each."""

from datetime import timedelta

from django.conf import settings
from django.core import signing

from forms.models.pledge import Pledge

# Each purpose is the salt of its signature, so that a key is good for nothing else.
CONFIRM = "forms.pledge.confirm"
YOURS = "forms.pledge.yours"


class LinkClosedError(Exception):
    """The link is forged, too old, of another purpose, or its pledge is no longer there."""


def key_of(pledge, purpose: str) -> str:
    return signing.TimestampSigner(salt=purpose).sign(":".join(parts_of(pledge, purpose)))


def parts_of(pledge, purpose: str) -> list[str]:
    """What a key says. A withdrawal ends the links to confirm that were mailed before it."""
    parts = [str(pledge.pk), pledge.secret]
    return [*parts, str(pledge.times_withdrawn)] if purpose == CONFIRM else parts


def find(page, purpose: str, key: str) -> Pledge:
    """Return the pledge on `page` that a key is for. Raises LinkClosedError."""
    longest = timedelta(days=settings.PLEDGE_LINK_DAYS)
    try:
        said = signing.TimestampSigner(salt=purpose).unsign(key, max_age=longest).split(":")
        pledge = page.pledges.select_related("wording", "society").get(pk=said[0], secret=said[1])
    # ValueError: the link of a mail with sample data, which has no pledge.
    except (signing.BadSignature, LookupError, ValueError, Pledge.DoesNotExist):
        raise LinkClosedError from None
    refused = purpose == CONFIRM and pledge.status == Pledge.Status.INVALID
    if refused or said != parts_of(pledge, purpose):
        raise LinkClosedError
    return pledge


def confirm_link(pledge) -> str:
    return link(pledge, "confirm", CONFIRM)


def yours_link(pledge) -> str:
    return link(pledge, "yours", YOURS)


def link(pledge, subpage: str, purpose: str) -> str:
    """Return the full address that a mail leads to.

    The key follows the "?", which no log of ours writes down.
    """
    page = pledge.page
    return f"{page.full_url}{page.reverse_subpage(subpage)}?key={key_of(pledge, purpose)}"
