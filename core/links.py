"""Addresses of other sites that readers can follow. An app names its own with `register`."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from wagtail.models import PageQuerySet


@dataclass(frozen=True)
class Place:
    """Where an address stands: on the page with the key `page`, or in something else.

    `field` is the page's field, if it holds the address and nothing else. What is no page has a
    `title` and the address `edited_at` of the form in which staff change it.
    """

    address: str
    page: int | None = None
    field: str = ""
    title: str = ""
    edited_at: str = ""


_finders: list[Callable[[], Iterable[Place]]] = []


def register(finder: Callable[[], Iterable[Place]]) -> Callable[[], Iterable[Place]]:
    """Add a function that yields the places of an app that readers can see."""
    _finders.append(finder)
    return finder


def places() -> Iterator[Place]:
    """Yield the places of all apps, as they are now."""
    for finder in _finders:
        yield from finder()


def on_pages(pages: PageQuerySet, *fields: str) -> Iterator[Place]:
    """Yield what these fields of the pages hold. One query."""
    for page, *addresses in pages.order_by().values_list("pk", *fields):
        for field, address in zip(fields, addresses, strict=True):
            if address:
                yield Place(address, page, field)
