"""The ways into the statistics: by population, by outcome, by topic."""

from dataclasses import dataclass

from resources.vocabulary.in_use import terms_in_use
from resources.vocabulary.kinds import HEADINGS, PART_OF_KIND, TermKind

KINDS = [TermKind.POPULATION, TermKind.OUTCOME, TermKind.TOPIC]
TERMS_OF_A_WAY = 12  # the most used; the others are a click away


@dataclass(frozen=True)
class Way:
    """A kind of term: the part of its addresses, its heading, its most used terms."""

    part: str
    heading: str
    terms: list
    has_more: bool


def ways_in() -> list[Way]:
    """Return the ways that lead to something published, in the language of the address."""
    ways = map(way, KINDS)
    return [way for way in ways if way.terms]


def way(kind: TermKind) -> Way:
    terms, most = terms_in_use(kind), TERMS_OF_A_WAY
    return Way(PART_OF_KIND[kind], HEADINGS[kind], terms[:most], len(terms) > most)
