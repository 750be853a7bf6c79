"""What staff do about a link."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import Translation

from resources.links.addresses import is_same
from resources.models import Link, LinkUse


class NotMovedError(Exception):
    """There is no new address to use."""


@dataclass
class Replaced:
    """The pages that have a new draft, and those that were left for their unpublished changes.

    And the places that somebody has to see to by hand.
    """

    pages: list[Page] = field(default_factory=list)
    unpublished: list[Page] = field(default_factory=list)
    left: list[LinkUse] = field(default_factory=list)


def check_again(link: Link) -> None:
    """Let the next run check a link; its host is asked by nobody else meanwhile."""
    Link.objects.filter(pk=link.pk).update(next_check_at=timezone.now())


@transaction.atomic
def use_new_address(link: Link, user) -> Replaced:
    """Put the new address of a link into new drafts of the pages that hold it; publish none.

    A page with unpublished changes gets none: whoever publishes the address would publish these
    too, and who has changed what is in review may not approve it (members/models/review.py).
    Left alone are links in texts, what is no page, pages that `user` may not change now, and
    addresses that are too long for the field.
    Raises NotMovedError.
    """
    if not link.moved_to:
        raise NotMovedError
    replaced = Replaced()
    for page, uses in places_by_page(link):
        fields = [use.field for use in uses if page and can_replace(page, use.field, link, user)]
        replaced.left += [use for use in uses if use.field not in fields]
        if fields and page.has_unpublished_changes:
            replaced.unpublished.append(page)
        elif fields:
            save_draft(page, fields, link, user)
            replaced.pages.append(page)
    return replaced


def places_by_page(link: Link) -> Iterator[tuple[Page | None, list[LinkUse]]]:
    """Yield each page with its places; not an alias, which says what its original says."""
    for _key, uses in groupby(link.uses.select_related("page"), lambda use: use.page_id):
        uses = list(uses)
        page = uses[0].page and uses[0].page.specific
        if page is None or page.alias_of_id is None:
            yield page, [use for use in uses if still_stands(link, page, use.field)]


def still_stands(link: Link, page: Page | None, name: str) -> bool:
    """Whether a field holds the address, also now, after the last run; of texts it is believed."""
    return not name or is_same(getattr(page, name), link.address)


def can_replace(page: Page, name: str, link: Link, user) -> bool:
    return bool(name) and may_change(page, user) and has_room(page, name, link)


def may_change(page: Page, user) -> bool:
    rights = page.permissions_for_user(user)
    return rights.can_edit() and not rights.page_locked() and not is_kept_in_translation(page)


def is_kept_in_translation(page: Page) -> bool:
    """Whether translators keep it: their form makes the page anew, and would drop a draft."""
    kept = Translation.objects.filter(enabled=True, target_locale=page.locale_id)
    return kept.filter(source__object_id=page.translation_key).exists()


def has_room(page: Page, name: str, link: Link) -> bool:
    """Whether the field takes the new address: one that a server gives is as long as it likes."""
    longest = page._meta.get_field(name).max_length
    return longest is None or len(new_address(getattr(page, name), link)) <= longest


def new_address(old: str, link: Link) -> str:
    _before, sign, part = old.partition("#")  # a redirect keeps it (RFC 9110, 10.2.2)
    return f"{link.moved_to}{sign}{part}"


def save_draft(page: Page, fields: list[str], link: Link, user) -> None:
    """Save a draft with the new address. Pages may lack what is required today."""
    for name in fields:
        setattr(page, name, new_address(getattr(page, name), link))
    page.save_revision(user=user, log_action=True, clean=False)
