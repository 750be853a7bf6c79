"""Finds the figures that texts quote, as readers may see them now."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, When
from django.utils.translation import get_language

from resources.figure_quotes.parts import NOT_AVAILABLE, PARTS
from resources.models import Figure


@dataclass(frozen=True)
class Quote:
    """A part of a figure; `figure` is None where readers may not see it, or no longer."""

    figure: Figure | None
    part: str

    @property
    def text(self) -> str:
        """What stands in the sentence, in the language in force."""
        return (self.figure and PARTS[self.part](self.figure)) or str(NOT_AVAILABLE)

    @property
    def address(self) -> str:
        """Where the figure can be read; "" where it has nothing to quote."""
        return self.figure.address if self.figure and PARTS[self.part](self.figure) else ""


def quotes_of(attributes: list[dict]) -> list[Quote]:
    """Return the quote that each of these attributes of tags stands for. One query for all."""
    figures = figures_by_key({key_of(found) for found in attributes} - {None})
    return [Quote(figures.get(key_of(found)), part_of(found)) for found in attributes]


def figures_by_key(keys: Iterable[UUID]) -> dict[UUID, Figure]:
    """Return the figures with these ids: those of the language read, else those of another.

    Without what is only written about figures, so it is one query; none for no keys.
    """
    if not keys:
        return {}
    figures = Figure.objects.shown().filter(translation_key__in=keys).prefetch_related(None)
    language = Case(When(page__locale__language_code=get_language() or "", then=1), default=0)
    return {figure.translation_key: figure for figure in figures.order_by(language, "-pk")}


def key_of(attributes: dict) -> UUID | None:
    """Return the id that a tag or an entity of the editor names; None for what is no id."""
    try:
        return UUID(str(attributes.get("key")))
    except ValueError:
        return None


def part_of(attributes: dict) -> str:
    """Return the part that it names; the number for one that there is not."""
    part = attributes.get("part")
    return part if isinstance(part, str) and part in PARTS else "number"
