"""Brings pages into the search that it does not know, such as all of an older site."""

from django.db.models import Exists, OuterRef
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from search.models import Entry

BATCH = 200


def fill() -> int:
    """Index each live page without an entry; return how many there were."""
    backend = get_search_backend("readers")
    known = Exists(Entry.objects.filter(page=OuterRef("pk")))
    pages = Page.objects.live().filter(depth__gt=1).exclude(known)
    keys = list(pages.order_by("pk").values_list("pk", flat=True))
    for begin in range(0, len(keys), BATCH):
        batch = Page.objects.filter(pk__in=keys[begin : begin + BATCH])
        backend.add_bulk(Page, list(batch.specific()))
    return len(keys)
