"""Numbers that follow from two measured ones, each with its formula.

A difference of two percentages is in percentage points, never in percent (AMA Manual of Style,
11th ed., 18.7.2).
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from resources.figures.kinds import RELATIVE, FigureKind
from resources.figures.numbers import formatted, rounded
from resources.figures.numerals import compared, with_unit


@dataclass(frozen=True)
class Derived:
    """A number that this site worked out: its name, what it says, and the formula."""

    label: str
    text: str
    formula: str


@dataclass(frozen=True)
class Measured:
    """Two numbers in one unit, the group's and the comparison's."""

    value: Decimal
    comparison: Decimal
    unit: str

    def said(self, number: Decimal) -> str:
        return with_unit(formatted(number), self.unit)

    @property
    def larger(self) -> Decimal:
        return max(self.value, self.comparison)

    @property
    def smaller(self) -> Decimal:
        return min(self.value, self.comparison)


def derived(figure) -> list[Derived]:
    """Return what follows from a figure's measured numbers; nothing where one is rough."""
    numbers = measured(figure)
    if not numbers:
        return []
    found = [ratio(numbers), percent(numbers), difference(numbers)]
    return [number for number in found if number]


def measured(figure) -> Measured | None:
    """Return the two measured numbers of a figure, None where it does not have them.

    They are a pair's own, the base values of a relative figure, or a series' latest year. A pair
    with a qualifier has rough numbers, from which nothing exact follows.
    """
    value, comparison = two_numbers(figure)
    if figure.is_suppressed or value is None or comparison is None:
        return None
    return Measured(value, comparison, figure.unit)


def two_numbers(figure):
    if figure.kind in RELATIVE:
        return figure.base_value, figure.base_comparison_value
    if figure.qualifier:
        return None, None
    if figure.kind == FigureKind.PAIR:
        return figure.value, figure.comparison_value
    last = figure.series[-1] if figure.kind == FigureKind.SERIES and figure.series else None
    return (last.value, last.comparison_value) if last else (None, None)


def ratio(numbers: Measured) -> Derived | None:
    """Return how many times the smaller number the larger one is."""
    if not numbers.smaller:
        return None
    exact = Fraction(numbers.larger) / Fraction(numbers.smaller)
    number = formatted(rounded(exact, landmarks=(0, 1)))
    formula = f"{numbers.said(numbers.larger)} ÷ {numbers.said(numbers.smaller)} = {number}"
    text = _("%(larger)s is %(number)s times %(smaller)s")
    said = {"larger": numbers.said(numbers.larger), "smaller": numbers.said(numbers.smaller)}
    return Derived(_("Ratio"), text % {"number": number, **said}, formula)


def percent(numbers: Measured) -> Derived | None:
    """Return by how many percent of the comparison the value is more, or less."""
    if not numbers.comparison or numbers.larger == numbers.smaller:
        return None
    gap = Fraction(numbers.larger) - Fraction(numbers.smaller)
    exact = gap / Fraction(numbers.comparison) * 100
    number = formatted(rounded(exact, landmarks=(0, 100))) + "%"
    larger, smaller, base = (
        numbers.said(n) for n in (numbers.larger, numbers.smaller, numbers.comparison)
    )
    text = f"{number} {more_or_less(numbers)}"
    return Derived(_("Relative difference"), text, f"({larger} − {smaller}) ÷ {base} = {number}")


def difference(numbers: Measured) -> Derived:
    """Return by how much the value is more, or less, in the unit of both."""
    gap = gap_in_words(numbers)
    formula = f"{numbers.said(numbers.larger)} − {numbers.said(numbers.smaller)} = {gap}"
    return Derived(_("Absolute difference"), f"{gap} {more_or_less(numbers)}".strip(), formula)


def gap_in_words(numbers: Measured) -> str:
    gap = numbers.larger - numbers.smaller
    if numbers.unit != "%":
        return numbers.said(gap)
    count = 1 if gap == 1 else 2
    words = ngettext("%(number)s percentage point", "%(number)s percentage points", count)
    return words % {"number": formatted(gap)}


def more_or_less(numbers: Measured) -> str:
    if numbers.value == numbers.comparison:
        return ""
    is_more = numbers.value > numbers.comparison
    return pgettext("42% more", "more") if is_more else pgettext("42% less", "less")


def absolute(figure) -> str:
    """Return the measured values behind a relative figure, or that there are none; else ""."""
    if figure.kind not in RELATIVE or figure.is_suppressed:
        return ""
    numbers = measured(figure)
    if not numbers:
        return _("Absolute figure not available.")
    return compared(numbers.said(numbers.value), numbers.said(numbers.comparison))
