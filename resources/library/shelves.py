"""On which shelf a resource stands: the one it chose, or the members' one for a society's own.

Shelves are told apart by their translation key, so that a translated library is not empty: a
resource stands on the shelf that it chose in whatever language.
"""

from collections import defaultdict

from django.db.models import Case, CharField, Count, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber


def with_shelf(resources: QuerySet, shelves) -> QuerySet:
    """Add `stands_on`, the key of the shelf that each stands on; "" for none."""
    chosen = [
        When(shelf__translation_key=shelf.translation_key, then=Value(key_of(shelf)))
        for shelf in shelves
    ]
    by_default = next((key_of(shelf) for shelf in shelves if shelf.for_members), "")
    of_society = When(shelf=None, depth__gt=library_depth(shelves) + 1, then=Value(by_default))
    return resources.annotate(
        stands_on=Case(*chosen, of_society, default=Value(""), output_field=CharField())
    )


def key_of(shelf) -> str:
    return str(shelf.translation_key)


def library_depth(shelves) -> int:
    """Return how deep in the tree the library is; what hangs deeper is a society's."""
    return next((shelf.index_page.depth for shelf in shelves), 0)


def counts_of_shelves(resources: QuerySet, shelves) -> dict:
    """Return how many of the resources stand on each shelf, by its key; "" for no shelf."""
    placed = with_shelf(resources, shelves).order_by().values_list("stands_on")
    return dict(placed.annotate(count=Count("pk")))


def first_of_shelves(resources: QuerySet, shelves, most: int) -> dict:
    """Return the first `most` resources of each shelf, by its key, in one query."""
    row_number = Window(RowNumber(), partition_by="stands_on", order_by=["depth", "path"])
    placed = with_shelf(resources, shelves).annotate(place=row_number)
    found = defaultdict(list)
    for resource in placed.filter(place__lte=most):
        found[resource.stands_on].append(resource)
    return found
