"""What staff do about a link."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from resources.links.addresses import is_same
from resources.models import Link, LinkUse


class NotMovedError(Exception):
    """There is no new address to use."""


@dataclass
class Replaced:
    """The pages that have a new draft, and the places that somebody has to see to by hand."""

    pages: list[Page] = field(default_factory=list)
    left: list[LinkUse] = field(default_factory=list)


def check_again(link: Link) -> None:
    """Let the next run check a link; its host is asked by nobody else meanwhile."""
    Link.objects.filter(pk=link.pk).update(next_check_at=timezone.now())


@transaction.atomic
def use_new_address(link: Link, user) -> Replaced:
    """Put the new address of a link into new drafts of the pages that hold it; publish none.

    Left alone are links in texts, what is no page, pages that `user` may not change now, and
    addresses that are too long for the field.
    Raises NotMovedError.
    """
    if not link.moved_to:
        raise NotMovedError
    replaced = Replaced()
    for use in link.uses.select_related("page"):
        page = use.page and use.page.get_latest_revision_as_object()
        if page and use.field and may_change(page, user) and has_room(page, use.field, link):
            replace(page, use.field, link, user)
            replaced.pages.append(page)
        else:
            replaced.left.append(use)
    return replaced


def may_change(page: Page, user) -> bool:
    rights = page.permissions_for_user(user)
    return rights.can_edit() and not rights.page_locked()


def has_room(page: Page, name: str, link: Link) -> bool:
    """Whether the field takes the new address: one that a server gives is as long as it likes."""
    longest = page._meta.get_field(name).max_length
    return longest is None or len(new_address(getattr(page, name), link)) <= longest


def new_address(old: str, link: Link) -> str:
    _before, sign, part = old.partition("#")  # a redirect keeps it (RFC 9110, 10.2.2)
    return f"{link.moved_to}{sign}{part}"


def replace(page: Page, name: str, link: Link, user) -> None:
    """Save a draft, unless its latest one leads elsewhere already. Drafts may lack other fields."""
    old = getattr(page, name)
    if is_same(old, link.address):
        setattr(page, name, new_address(old, link))
        page.save_revision(user=user, log_action=True, clean=False)
