"""Where a statement says something else than its figures, in words for its editor.

It reads numbers and a few words, no grammar. What it finds it may find wrongly, so an editor can
give a reason and publish all the same.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _

from resources.figures.kinds import PERCENT as PERCENT_KINDS
from resources.figures.kinds import WITHOUT_NUMBER, Direction, FigureKind
from resources.figures.mentions import PERCENT, PLAIN, POINTS, TIMES, Mention, mentions_in
from resources.figures.numerals import numeral
from resources.figures.ways import AGAINST, DOWN, UP, WAYS, WITH, way

HUNDRED = Decimal(100)
OF_HUNDRED = {PERCENT, POINTS}
SLOW = r"\b(?:slow|slower|slowly|lento|lentamente)\b"
FAST = r"\b(?:fast|faster|quickly|rapidly|rápido|rápidamente)\b"
# The words for the direction of a figure without a number, and those for the other one.
WORDS_OF = {
    Direction.HIGHER: (UP, DOWN),
    Direction.LOWER: (DOWN, UP),
    Direction.SLOWER: (SLOW, FAST),
    Direction.FASTER: (FAST, SLOW),
}
# A number made from two others is rounded before it is written.
ROUGHLY = Decimal("0.1")


def disagreements(statement: str, figures: Iterable) -> list[str]:
    """Return what an editor should look at; nothing for a statement that is not written yet."""
    if not (statement or "").strip():
        return []
    figures, mentions = list(figures), mentions_in(statement)
    found = [words for one in figures for words in of_figure(one, statement, mentions)]
    return found + numbers_of_no_figure(figures, mentions)


def of_figure(figure, statement: str, mentions: list[Mention]) -> list[str]:
    """What a statement says otherwise than one figure, or does not say."""
    if figure.kind in WITHOUT_NUMBER:
        return against_its_direction(figure, statement)
    checks = [check(figure, value, mentions) for value in needed(figure)]
    checks += [against_its_word(figure, statement, mentions)]
    return [words for words in checks if words]


def needed(figure) -> list[Decimal]:
    """Return the values that the statement should carry; a series has too many of them."""
    if figure.is_suppressed or figure.kind == FigureKind.SERIES:
        return []
    values = [figure.value]
    values += [figure.comparison_value] if figure.kind == FigureKind.PAIR else []
    return [value for value in values if value is not None]


def check(figure, value: Decimal, mentions: list[Mention]) -> str:
    """Return what is wrong with how a value is mentioned, or an empty text."""
    same = {(value, unit_of(figure)), *same_as(figure)}
    if any(one.says(amount, {unit, PLAIN}) for one in mentions for amount, unit in same):
        return ""
    words = {"number": numeral(figure, value), "figure": figure}
    if any(one.says(value, {POINTS}) for one in mentions):
        return (
            _("The statement says percentage points, but “%(number)s” is none: %(figure)s") % words
        )
    if unit_of(figure) == POINTS and any(one.says(value, {PERCENT}) for one in mentions):
        return _("“%(number)s” is percentage points, but the statement says %%: %(figure)s") % words
    return _("The statement does not say “%(number)s”: %(figure)s") % words


def unit_of(figure) -> str:
    """Return what a figure's value is, among what the mentions of numbers can be."""
    if figure.kind == FigureKind.RATIO:
        return TIMES
    if figure.kind in PERCENT_KINDS or figure.unit == "%":
        return PERCENT
    return POINTS if "point" in figure.unit.lower() else PLAIN


def same_as(figure) -> set[tuple[Decimal, str]]:
    """Return what says the same as a relative figure: 100% more is twice as much."""
    value = figure.value
    if value is None:
        return set()
    return {
        FigureKind.RATIO: {((value - 1) * HUNDRED, PERCENT)},
        FigureKind.MORE: {(1 + value / HUNDRED, TIMES)},
        FigureKind.LESS: {(1 - value / HUNDRED, TIMES)},
    }.get(figure.kind, set())


def against_its_direction(figure, statement: str) -> list[str]:
    """A figure without a number: no word points its way, and one points the other way."""
    with_it, against = WORDS_OF.get(figure.direction, (None, None))
    if (
        not with_it
        or re.search(with_it, statement, re.I)
        or not re.search(against, statement, re.I)
    ):
        return []
    words = {"direction": figure.get_direction_display(), "figure": figure}
    return [_("The statement does not say “%(direction)s” but its opposite: %(figure)s") % words]


def against_its_word(figure, statement: str, mentions: list[Mention]) -> str:
    """Percent more or less: beside the number stands the opposite word, or none at all."""
    if figure.kind not in WAYS or figure.value is None:
        return ""
    places = [one for one in mentions if one.says(figure.value, {PERCENT, PLAIN})]
    if not places or any(one.says(*same) for one in mentions for same in in_times(figure)):
        return ""
    said = {way(one, figure.kind, statement, mentions) for one in places}
    words = {"number": numeral(figure, figure.value), "figure": figure}
    if WITH in said:
        return ""
    if AGAINST in said:
        return _("Beside “%(number)s” the statement says the opposite: %(figure)s") % words
    return _("The statement says the number of “%(number)s”, but not the word: %(figure)s") % words


def in_times(figure) -> list[tuple[Decimal, set[str]]]:
    """Return the multiples that say the same as a figure, which need no word beside them."""
    return [(amount, {unit}) for amount, unit in same_as(figure)]


def numbers_of_no_figure(figures: list, mentions: list[Mention]) -> list[str]:
    """Percentages and multiples in a statement that none of its figures carries."""
    exact = {amount for figure in figures for amount in carried(figure)}
    rough = {amount for figure in figures for amount in made_from_two(figure)}
    said = [one for one in mentions if one.is_relative and not is_known(one, exact, rough)]
    text = _("“%(number)s” stands in the statement, but in no figure.")
    return [text % {"number": one.words} for one in said]


def is_known(mention: Mention, exact: set, rough: set) -> bool:
    # Percent for points, or the other way round, is said beside the figure that has the value.
    if any(
        mention.says(value, {unit, *OF_HUNDRED} if unit in OF_HUNDRED else {unit})
        for value, unit in exact
    ):
        return True
    return any(
        unit == other and abs(amount - value) <= ROUGHLY * value
        for amount, unit in mention.amounts
        for value, other in rough
    )


def carried(figure) -> set[tuple[Decimal, str]]:
    """Return every amount that a figure holds."""
    unit = unit_of(figure)
    names = ("value", "comparison_value", "low", "high", "comparison_low", "comparison_high")
    values = [getattr(figure, name) for name in (*names, "base_value", "base_comparison_value")]
    values += [value for point in figure.series for value in (point.value, point.comparison_value)]
    known = {(value, unit) for value in values if value is not None}
    level = {(Decimal(figure.confidence), PERCENT)} if figure.confidence else set()
    return known | level | same_as(figure)


def made_from_two(figure) -> set[tuple[Decimal, str]]:
    """Return the difference and the multiples of two values that stand side by side."""
    pairs = [
        (figure.value, figure.comparison_value),
        (figure.base_value, figure.base_comparison_value),
    ]
    found = set()
    for one, other in pairs:
        if one and other:
            unit = POINTS if unit_of(figure) == PERCENT else unit_of(figure)
            multiples = {one / other, other / one}
            percents = {abs(1 - multiple) * HUNDRED for multiple in multiples}
            found |= {(abs(one - other), unit)}
            found |= {(multiple, TIMES) for multiple in multiples}
            found |= {(percent, PERCENT) for percent in percents}
    return found
