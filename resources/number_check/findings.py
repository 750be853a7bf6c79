"""Which typed numbers are, or were, those of a figure."""

from collections.abc import Iterable
from dataclasses import dataclass

from resources.number_check.known import Amount, Known, known_by_amount
from resources.number_check.terms import words_of

MOST_FIGURES = 3  # that are named for one number


@dataclass(frozen=True)
class Finding:
    """A number, as a text or a row holds it, and a figure with this amount."""

    number: object
    known: Known


def findings_in(numbers: Iterable, title_of) -> list[Finding]:
    """Return what is known about numbers; `title_of` says on which page one stands.

    A figure fits where its amount and unit are those of the number, and the text around it or the
    title of the page has a word of what the figure is about.
    """
    numbers = list(numbers)
    known = known_by_amount(number.amount for number in numbers)
    return [
        Finding(number, figure)
        for number in numbers
        for figure in fitting(number, title_of(number), known)
    ]


def fitting(number, title: str, known: dict[Amount, list[Known]]) -> list[Known]:
    """Return the figures that fit a number, the best first."""
    figures = known.get((number.amount, number.unit), [])
    words = words_of(f"{title} {number.context}") if figures else frozenset()
    shared = {figure.key: len(figure.words & words) for figure in figures}
    best = sorted(figures, key=lambda figure: -shared[figure.key])
    return [figure for figure in best if shared[figure.key]][:MOST_FIGURES]
