"""Whether a figure claims something else than it did."""

import json

from django.core.serializers.json import DjangoJSONEncoder

from resources.figures.record import CLAIM, claim


def as_kept(record: dict) -> dict:
    """Return a record as the database keeps it: plain JSON."""
    return json.loads(json.dumps(record, cls=DjangoJSONEncoder))


def says_the_same(one: dict, other: dict) -> bool:
    """Whether two records or claims, as they are kept, say the same to readers.

    Compared is what both know: a version kept before the dictionary had a name knows less. The
    order of sources says nothing.
    """
    names = {"statement", *CLAIM} & one.keys() & other.keys()
    return all(in_order(one[name]) == in_order(other[name]) for name in names)


def in_order(value):
    return sorted(value, key=json.dumps) if isinstance(value, list) else value


def claim_as_kept(figure) -> dict:
    """Return what a figure claims, to be compared."""
    return as_kept(claim(figure))
