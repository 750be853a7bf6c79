"""What a figure claims otherwise than it did."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

from core.formats import listed
from resources.figures.kept import label_of
from resources.figures.record import CLAIM, claim


def as_kept(record: dict) -> dict:
    """Return a record as the database keeps it: plain JSON."""
    return json.loads(json.dumps(record, cls=DjangoJSONEncoder))


def differences(one: dict, other: dict) -> list[str]:
    """Return the names in which two records or claims, as they are kept, differ for readers.

    Compared is what both know: a version kept before the dictionary had a name knows less. The
    order of sources says nothing.
    """
    names = [name for name in ("statement", *CLAIM) if name in one and name in other]
    return [name for name in names if in_order(one[name]) != in_order(other[name])]


def in_order(value):
    return sorted(value, key=json.dumps) if isinstance(value, list) else value


def claim_as_kept(figure) -> dict:
    """Return what a figure claims, to be compared."""
    return as_kept(claim(figure))


def changes_between(old: list, new: list) -> list[str]:
    """Return in words what figures that readers know would no longer claim.

    `old` are the figures as they stand, `new` the same as they would. A new figure changes nothing.
    """
    new = {figure.translation_key: figure for figure in new}
    return [words for was in old if (words := change_of(was, new.get(was.translation_key)))]


def change_of(was, is_now) -> str:
    """Return how one figure would change, "" where it would not."""
    words = {"figure": was, "old": was.in_words}
    if is_now is None:
        return _("%(figure)s: “%(old)s” is no longer there.") % words
    names = differences(claim_as_kept(was), claim_as_kept(is_now))
    if not names:
        return ""
    labels = [label_of(name, type(was)) for name in names]
    words |= {"new": is_now.in_words, "names": listed(labels)}
    return _("%(figure)s: “%(old)s” becomes “%(new)s” (%(names)s).") % words
