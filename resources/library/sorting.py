"""The orders in which readers can have resources."""

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

TITLE = [Lower("title"), "pk"]
# The name of an order in an address, in words, and by what the database sorts.
SORTS = {
    "title": (_("Title"), TITLE),
    "newest": (_("Newest first"), [F("published_on").desc(nulls_last=True), *TITLE]),
    "added": (_("Last added"), [F("first_published_at").desc(nulls_last=True), "-pk"]),
}


def in_order(resources, sort: str):
    """Return the resources in the order of this name; by title for none."""
    _words, fields = SORTS[sort or "title"]
    return resources.order_by(*fields)
