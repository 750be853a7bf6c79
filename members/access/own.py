"""Whether a thing belongs to one of the sections that somebody edits."""

from django.db.models import Q
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from members.access.who import sections_of


def nothing(user, key) -> bool:
    """The check for what nobody has decided about."""
    return False


def page(user, key) -> bool:
    """Whether the page is a society's page that they edit, or stands below it."""
    return pages_of(user).filter(pk=number(key)).exists()


def page_below_society(user, key) -> bool:
    """Whether the page stands below a society's page that they edit."""
    roots = sections_of(user).values("society")
    return pages_of(user).filter(pk=number(key)).exclude(pk__in=roots).exists()


def reported(user, key) -> bool:
    """Whether the problem that a reader reported is with a resource of theirs."""
    return pages_of(user).filter(resourcepage__problem_reports=number(key)).exists()


def image(user, key) -> bool:
    """Whether the image lies in a collection of theirs."""
    return in_their_collections(get_image_model(), user, key)


def document(user, key) -> bool:
    """Whether the document lies in a collection of theirs."""
    return in_their_collections(get_document_model(), user, key)


def pages_of(user):
    """Return the societies' pages that they edit, and all below them."""
    within = Q(pk=None)
    for section in sections_of(user):
        within |= Q(path__startswith=section.society.path)
    return Page.objects.filter(within)


def in_their_collections(model, user, key) -> bool:
    sections = sections_of(user)
    theirs = Q(collection__in=sections.values("drafts"))
    theirs |= Q(collection__in=sections.values("published"))
    return model.objects.filter(theirs, pk=number(key)).exists()


def number(key) -> int:
    """Return the key that an address holds as a number, 0 for what is none or cannot be one."""
    text = str(key)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0
