"""What of a figure can be quoted inside a sentence."""

from collections.abc import Callable
from dataclasses import replace

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from resources.figures.kinds import FigureKind
from resources.figures.numerals import Numeral

NOT_AVAILABLE = _("[figure not available]")


def number(figure) -> str:
    """Return the number with its qualifier and unit: "42%", "nearly 2 times"; "" for none."""
    return "".join(inside_a_sentence(figure, found) for found in figure.numerals[:1])


def comparison(figure) -> str:
    """Return the number of the comparison group of a pair; "" for none."""
    return "".join(inside_a_sentence(figure, found) for found in figure.numerals[1:2])


def words(figure) -> str:
    """Return what the figure says as one line: "42% more", "39% compared with 75%"."""
    return figure.in_words


def inside_a_sentence(figure, numeral: Numeral) -> str:
    """Return a number as running text has it: "2 times"; the editor writes "more"."""
    spelled = {"unit": pgettext("nearly 2 times", "times")}
    changes = spelled if figure.kind == FigureKind.RATIO else {}
    return str(replace(numeral, after="", **changes))


PARTS: dict[str, Callable] = {"number": number, "words": words, "comparison": comparison}


def texts_of(figure) -> dict[str, str]:
    """Return each part that the figure has and that says something of its own."""
    found = {name: part(figure) for name, part in PARTS.items()}
    found = {name: text for name, text in found.items() if text}
    if found.get("words") == found.get("number"):
        found.pop("words", None)
    return found
