"""What a figure claims otherwise than it did."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.formats import listed
from resources.figures.kept import label_of
from resources.figures.record import CLAIM, claim, record

# Kept by their keys too: a term that is renamed is still the same.
TERMS = ["outcome", "group", "comparison_group"]
# What the number says. The rest of a claim explains it, and may be added without a word.
SAYS = [
    *("kind", "qualifier", "value", "comparison_value", "unit", "direction", "points"),
    *("is_suppressed", *TERMS, "place", "period", "from_year", "to_year"),
    *("low", "high", "comparison_low", "comparison_high"),
]


def as_kept(data: dict) -> dict:
    """Return data as the database keeps it: plain JSON."""
    return json.loads(json.dumps(data, cls=DjangoJSONEncoder))


def kept_record(figure) -> dict:
    """Return the record of a figure of a published page, as a version keeps it."""
    successor = figure.superseded_by
    kept = {"superseded_by": successor.translation_key if successor else None}
    return as_kept(record(figure) | keys(figure) | kept)


def claim_as_kept(figure) -> dict:
    """Return what a figure claims, to be compared with a version."""
    return as_kept(claim(figure) | keys(figure))


def keys(figure) -> dict:
    """Return what a figure points to, in such a way that no new name makes it another thing."""
    return {f"{name}_id": getattr(figure, f"{name}_id") for name in TERMS}


def differences(one: dict, other: dict) -> list[str]:
    """Return the names in which two claims, as they are kept, differ for readers.

    Compared is what both know: a version kept before the dictionary had a name knows less. The
    order of sources says nothing.
    """
    names = [name for name in CLAIM if name in one and name in other]
    return [name for name in names if in_order(one[name]) != in_order(other[name])]


def in_order(value):
    return sorted(value, key=json.dumps) if isinstance(value, list) else value


def said_otherwise(one: dict, other: dict) -> list[str]:
    """Return the names in which what the number says differs between two claims as kept."""
    return [
        name for name in differences(one, other) if name in SAYS and not renamed(name, one, other)
    ]


def renamed(name: str, one: dict, other: dict) -> bool:
    """Whether both point to the same term, which had another name."""
    key = f"{name}_id"
    return key in one and key in other and one[key] == other[key]


def changes_between(versions: list, figures: list) -> list[str]:
    """Return in words what numbers that readers know would no longer say.

    `versions` are the last ones of the figures of a page. A new figure changes nothing.
    """
    new = {figure.translation_key: figure for figure in figures}
    return [words for was in versions if (words := change_of(was, new.get(was.figure_key)))]


def change_of(was, is_now) -> str:
    """Return how a figure would change from a version, "" where its number would not."""
    words = {"figure": was.title, "old": was.in_words}
    if is_now is None:
        return _("%(figure)s: “%(old)s” is no longer there.") % words
    with override(was.language):
        names = said_otherwise(was.record, claim_as_kept(is_now))
    if not names:
        return ""
    labels = [label_of(name, type(is_now)) for name in names]
    words |= {"new": is_now.in_words, "names": listed(labels)}
    return _("%(figure)s: “%(old)s” becomes “%(new)s” (%(names)s).") % words
