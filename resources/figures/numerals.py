"""How a figure's number is written large, and read out."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from resources.figures.kinds import PERCENT, FigureKind
from resources.figures.numbers import formatted

TIMES_SIGN = "×"


@dataclass(frozen=True)
class Numeral:
    """One large number: `before` ("nearly"), `number` ("42"), `unit` ("%"), `after` ("more")."""

    number: str
    unit: str = ""
    before: str = ""
    after: str = ""

    @property
    def is_unit_a_word(self) -> bool:
        """Whether the unit stands apart from the number: words do, signs do not."""
        return self.unit[:1].isalpha()

    def __str__(self):
        return " ".join(filter(None, [self.before, with_unit(self.number, self.unit), self.after]))


def with_unit(number: str, unit: str) -> str:
    """Return a number with its unit: words stand apart, signs do not."""
    return f"{number} {unit}" if unit[:1].isalpha() else number + unit


def numerals(figure) -> list[Numeral]:
    """Return the numbers of a figure: one, two for a pair, none for a direction.

    Of a series it is the latest. A number that the source withholds is not shown, whatever a
    draft holds.
    """
    if figure.is_suppressed:
        return []
    if figure.kind == FigureKind.SERIES:
        return [numeral_of_year(figure, p.year, p.value) for p in figure.series[-1:]]
    if figure.value is None:
        return []
    values = [figure.value, *([figure.comparison_value] if figure.kind == FigureKind.PAIR else [])]
    return [numeral(figure, value) for value in values if value is not None]


def numeral(figure, value: Decimal) -> Numeral:
    """Return one number of a figure, formatted for the language in force."""
    return Numeral(formatted(value), unit(figure), qualifier(figure), after(figure))


def numeral_of_year(figure, year: int, value: Decimal) -> Numeral:
    """Return the number of one year of a series."""
    then = pgettext("14% in 2019", "in %(year)s") % {"year": year}
    return Numeral(formatted(value), unit(figure), qualifier(figure), then)


def qualifier(figure) -> str:
    """Return the word before the number that keeps it honest, if there is one."""
    return figure.get_qualifier_display() if figure.qualifier else ""


def unit(figure) -> str:
    """Return the sign that belongs to the number."""
    if figure.kind == FigureKind.RATIO:
        return TIMES_SIGN
    return "%" if figure.kind in PERCENT else figure.unit


def after(figure) -> str:
    """Return the word without which a relative number would be read as a share."""
    words = {
        FigureKind.MORE: pgettext("42% more", "more"),
        FigureKind.LESS: pgettext("42% less", "less"),
    }
    return words.get(figure.kind, "")


def in_words(figure) -> str:
    """Return what the figure says as one line of text, for a table and for speech."""
    if figure.is_suppressed:
        return withheld(figure)
    numbers = numerals(figure)
    if not numbers:
        return figure.get_direction_display() if figure.direction else ""
    return compared(*numbers)


def withheld(figure) -> str:
    """Return that there is no number, and the comparison's where there is one."""
    known = [c for c in [figure.comparison_value] if c is not None]
    pair = figure.kind == FigureKind.PAIR
    return compared(_("withheld by the source"), *(numeral(figure, c) for c in known if pair))


def compared(first, second=None) -> str:
    """Return one number, or two side by side, as text."""
    if second is None:
        return str(first)
    return _("%(first)s compared with %(second)s") % {"first": first, "second": second}
