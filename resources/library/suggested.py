"""Resources that readers suggest: whether a library has them, and the drafts made of them."""

from urllib.parse import urlsplit, urlunsplit

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug

from resources.models.resource import ResourcePage

LONGEST_SLUG = 80


def found_at(library, address: str):
    """Return a resource of the library's site, published or not, at an address; None for none."""
    same = spellings(address)
    resources = ResourcePage.objects.beside(library)
    return resources.filter(Q(address__in=same) | Q(video__in=same)).order_by("-live", "pk").first()


def spellings(address: str) -> list[str]:
    """Return the addresses that lead to the same page on nearly every site."""
    parts = urlsplit(address)
    host, path = parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/")
    return [
        urlunsplit((scheme, start + host, path + end, parts.query, ""))
        for scheme in ("https", "http")
        for start in ("", "www.")
        for end in ("", "/")
    ]


def add_draft(library, **fields) -> ResourcePage:
    """Add a draft below the library, with these fields, and return it."""
    try:
        return put_below(library, fields)
    except IntegrityError:  # staff put a page in the same place at this moment
        return put_below(library, fields)


@transaction.atomic
def put_below(library, fields: dict) -> ResourcePage:
    library.refresh_from_db()
    # Not Wagtail's own slug: it is empty, or too long, for some titles that people can type.
    slug = find_available_slug(library, slugify(fields["title"])[:LONGEST_SLUG] or "resource")
    draft = ResourcePage(live=False, has_unpublished_changes=True, slug=slug, **fields)
    library.add_child(instance=draft)
    draft.save_revision(log_action="wagtail.create")
    return draft
