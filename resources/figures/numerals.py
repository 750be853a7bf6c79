"""How a figure's number is written large, and read out."""

from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import format_decimal
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.formats import cldr_locale
from resources.figures.kinds import PERCENT, FigureKind

TIMES_SIGN = "×"


@dataclass(frozen=True)
class Numeral:
    """One large number: `before` ("nearly"), `number` ("42"), `unit` ("%"), `after` ("more")."""

    number: str
    unit: str = ""
    before: str = ""
    after: str = ""

    def __str__(self):
        spaced_unit = f" {self.unit}" if self.unit[:1].isalpha() else self.unit
        return " ".join(filter(None, [self.before, self.number + spaced_unit, self.after]))


def numerals(figure) -> list[Numeral]:
    """Return the numbers of a figure: one, two for a pair, none for a direction."""
    if figure.kind == FigureKind.PAIR:
        values = [figure.value, figure.comparison_value]
        return [numeral(figure, value) for value in values if value is not None]
    return [] if figure.value is None else [numeral(figure, figure.value)]


def numeral(figure, value: Decimal) -> Numeral:
    """Return one number of a figure, formatted for the language in force."""
    return Numeral(formatted(value), unit(figure), qualifier(figure), after(figure))


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


def formatted(value: Decimal) -> str:
    """Write a number as the language in force does, all its digits but no idle zeros."""
    return format_decimal(value.normalize(), locale=cldr_locale(), decimal_quantization=False)


def in_words(figure) -> str:
    """Return what the figure says as one line of text, for a table and for speech."""
    numbers = numerals(figure)
    if not numbers:
        return figure.get_direction_display() if figure.direction else ""
    if len(numbers) == 1:
        return str(numbers[0])
    return _("%(first)s compared with %(second)s") % {"first": numbers[0], "second": numbers[1]}


def interval(figure) -> str:
    """Return the bounds between which the value lies, empty where they are not known."""
    if figure.low is None or figure.high is None:
        return ""
    return f"{formatted(figure.low)} – {formatted(figure.high)}"
