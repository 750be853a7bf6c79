"""Choosing from a list by links: what was chosen, and what each further choice would show."""

from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode


@dataclass(frozen=True)
class Chosen:
    """What a reader chose, one field a facet; base of what each list offers."""

    def query(self, page: int = 1) -> str:
        """Return what follows the list's address: for the same choices always the same."""
        made = vars(self) | {"page": page if page > 1 else None}
        made = {name: value for name, value in made.items() if value}
        return f"?{urlencode(made)}" if made else ""

    def but(self, **changes) -> Self:
        """Return the same with other choices."""
        return replace(self, **changes)


@dataclass(frozen=True)
class Option:
    """A link. `query` keeps what was chosen besides."""

    label: str
    count: int
    query: str
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """Options of which one is chosen; the first shows all."""

    name: str
    label: str
    options: list[Option]
