"""Small exact charts: two bars from zero, the longer one filling the width."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from resources.figures.kinds import FigureKind
from resources.figures.numbers import formatted
from resources.figures.numerals import TIMES_SIGN, Numeral, numeral, qualifier

FULL = Decimal(100)


@dataclass(frozen=True)
class Bar:
    """One bar. `length` is in hundredths of the chart's width."""

    label: str
    value: str
    length: Decimal
    is_comparison: bool = False


@dataclass(frozen=True)
class Chart:
    """Bars to scale, and what their scale is."""

    bars: list[Bar]
    scale: str


def chart(figure) -> Chart | None:
    """Return the chart of a figure, None where it has no number to draw."""
    if figure.value is None or not figure.comparison_group:
        return None
    if figure.kind == FigureKind.PAIR:
        return pair(figure) if figure.comparison_value is not None else None
    factor = times_the_comparison(figure)
    return None if factor is None else relative(figure, factor)


def pair(figure) -> Chart:
    """Two measured values; shares on a scale that ends at 100 %."""
    values = [figure.value, figure.comparison_value]
    top = FULL if figure.unit == "%" else max(values)
    scale = _("Scale from 0 to 100%.") if figure.unit == "%" else _("Scale from 0.")
    labels = [figure.group, figure.comparison_group]
    texts = [str(numeral(figure, value)) for value in values]
    return Chart(bars(labels, texts, [share(value, top) for value in values]), scale)


def relative(figure, factor: Decimal) -> Chart:
    """A multiple of the comparison, which itself is drawn as one."""
    top = max(factor, Decimal(1))
    multiple = Numeral(formatted(factor), TIMES_SIGN, before=qualifier(figure))
    texts = [str(multiple), str(Numeral(formatted(Decimal(1)), TIMES_SIGN))]
    lengths = [share(factor, top), share(Decimal(1), top)]
    scale = _("%(comparison)s = 1. Bars are to scale.") % {"comparison": figure.comparison_group}
    return Chart(bars([figure.group, figure.comparison_group], texts, lengths), scale)


def times_the_comparison(figure) -> Decimal | None:
    """Return how many times the comparison a relative figure is, None for other kinds."""
    return {
        FigureKind.RATIO: figure.value,
        FigureKind.MORE: 1 + figure.value / FULL,
        FigureKind.LESS: 1 - figure.value / FULL,
    }.get(figure.kind)


def share(value: Decimal, top: Decimal) -> Decimal:
    """Return `value` as hundredths of `top`, to one decimal place."""
    return round(FULL * value / top, 1) if top else Decimal(0)


def bars(labels, texts, lengths) -> list[Bar]:
    """Put labels, texts and lengths together; the second bar is the comparison."""
    rows = zip(map(str, labels), texts, lengths, strict=True)
    return [Bar(*row, is_comparison=number == 1) for number, row in enumerate(rows)]
