"""The words of a page, as its `search_fields` declare them (Wagtail's `index`)."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import Manager
from wagtail.search.index import RelatedFields, SearchField

TITLES = ["title", "heading"]


class Texts(NamedTuple):
    """What a page is called, what else it is known by, and what it says."""

    title: str
    names: list[str]
    text: list[str]


def texts_of(page) -> Texts:
    """Return the words of a page. Fields that are boosted hold names, the others text."""
    names, text = [], []
    for field, value in values_of(page):
        if field.field_name not in TITLES:
            (names if (field.boost or 1) > 1 else text).extend(lines_of(value))
    return Texts(page.shown_heading, list(dict.fromkeys(names)), list(dict.fromkeys(text)))


def values_of(thing) -> Iterator[tuple[SearchField, object]]:
    """Yield each field that is searched with its value, also of what hangs off the thing."""
    yield from values_of_fields(thing, thing.get_search_fields())


def values_of_fields(thing, fields):
    for field in fields:
        if isinstance(field, SearchField):
            yield field, field.get_value(thing)
        elif isinstance(field, RelatedFields):
            for other in related(field.get_value(thing)):
                yield from values_of_fields(other, field.fields)


def related(value) -> list:
    """Return what a relation leads to: nothing, one thing or many."""
    if isinstance(value, Manager):
        return list(value.all())
    return [value] if value is not None else []


def lines_of(value) -> list[str]:
    """Return the lines of a value that say something; a list of texts is several."""
    parts = value if isinstance(value, list) else [value]
    lines = (line.strip() for part in parts if part for line in str(part).splitlines())
    return [line for line in lines if line]
