"""Bars from zero, with marks where the value may lie; the longest fills the width."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from resources.figures.charts.summary import described, joined, name_of_group
from resources.figures.kinds import FigureKind
from resources.figures.numbers import formatted
from resources.figures.numerals import TIMES_SIGN, Numeral, in_words, numeral, qualifier, unit
from resources.figures.uncertainty import comparison_interval, interval

FULL = Decimal(100)
ONE = Decimal(1)


@dataclass(frozen=True)
class Bar:
    """One bar. Its length, and the ends of its interval, are in hundredths of the width."""

    label: str
    value: str
    length: Decimal
    is_comparison: bool = False
    ends: tuple[Decimal, Decimal] | None = None

    @property
    def whisker(self) -> str:
        """The marks of the interval under the bar, as SVG's `d`; "" where it has none."""
        if not self.ends:
            return ""
        low, high = self.ends
        return f"M{low} 5.5H{high}M{low} 4.5v2M{high} 4.5v2"


@dataclass(frozen=True)
class BarChart:
    """Bars to scale, what their scale is, and what they show in words."""

    bars: list[Bar]
    scale: str
    summary: str
    template = "components/chart_bars.html"


@dataclass(frozen=True)
class Amount:
    """What one bar stands for: whose number, as text and as a length, and its bounds."""

    label: str
    text: str
    number: Decimal
    low: Decimal | None
    high: Decimal | None
    interval: str = ""
    is_comparison: bool = False

    @property
    def reach(self) -> Decimal:
        return max(self.number, self.high) if self.has_interval else self.number

    @property
    def has_interval(self) -> bool:
        return self.low is not None and self.high is not None


def pair_bars(figure) -> BarChart | None:
    """Two measured values. Of a pair whose first is withheld, the second alone."""
    if not figure.comparison_group or figure.comparison_value is None:
        return None
    if figure.is_suppressed:
        note = _("The number for %(group)s is withheld by the source.")
        return measured_bars(figure, [comparison(figure)], note % {"group": name_of_group(figure)})
    if figure.value is None:
        return None
    return measured_bars(figure, [own(figure), comparison(figure)])


def one_bar(figure) -> BarChart | None:
    """A single value, worth drawing only where its interval is known."""
    if not interval(figure):
        return None
    return measured_bars(figure, [own(figure)])


def own(figure) -> Amount:
    """Return the value of the group."""
    text = str(numeral(figure, figure.value))
    label = name_of_group(figure)
    return Amount(label, text, figure.value, figure.low, figure.high, interval(figure))


def comparison(figure) -> Amount:
    """Return the value of the comparison."""
    return Amount(
        str(figure.comparison_group),
        str(numeral(figure, figure.comparison_value)),
        figure.comparison_value,
        figure.comparison_low,
        figure.comparison_high,
        comparison_interval(figure),
        is_comparison=True,
    )


def measured_bars(figure, amounts: list[Amount], note: str = "") -> BarChart:
    """Draw measured values; shares on a scale that ends at 100 %."""
    is_share = unit(figure) == "%"
    top = max(FULL if is_share else 0, *(amount.reach for amount in amounts), 0)
    scale = _("Scale from 0 to 100%.") if is_share else _("Scale from 0.")
    lines = [described(amount.label, amount.text, amount.interval) for amount in amounts]
    return BarChart(drawn(amounts, top), joined(note, scale), joined(*lines, note))


def relative_bars(figure) -> BarChart | None:
    """A multiple of the comparison, which itself is drawn as one."""
    if figure.value is None or figure.is_suppressed or not figure.comparison_group:
        return None
    factor = times(figure, figure.value)
    amounts = [multiple(figure, factor), the_comparison_as_one(figure)]
    names = {"comparison": figure.comparison_group, "group": name_of_group(figure)}
    scale = _("%(comparison)s = 1. Bars are to scale.") % names
    lengths = _("the bar for %(group)s is %(times)s times as long as the bar for %(comparison)s")
    said = described(in_words(figure), lengths % {"times": formatted(factor), **names}, "")
    bounds = [interval(figure).capitalize() + "."] if interval(figure) else []
    top = max(amount.reach for amount in amounts)
    return BarChart(drawn(amounts, top), scale, joined(said, *bounds))


def multiple(figure, factor: Decimal) -> Amount:
    """Return the group's value as a multiple of the comparison's, with its interval."""
    text = str(Numeral(formatted(factor), TIMES_SIGN, before=qualifier(figure)))
    low, high = bounds_in_times(figure)
    return Amount(name_of_group(figure), text, factor, low, high)


def the_comparison_as_one(figure) -> Amount:
    text = str(Numeral(formatted(ONE), TIMES_SIGN))
    return Amount(str(figure.comparison_group), text, ONE, None, None, is_comparison=True)


def bounds_in_times(figure) -> tuple[Decimal | None, Decimal | None]:
    """Return the interval in multiples; of "less", the upper bound is the smaller multiple."""
    if figure.low is None or figure.high is None:
        return None, None
    low, high = sorted(max(times(figure, end), Decimal(0)) for end in (figure.low, figure.high))
    return low, high


def times(figure, value: Decimal) -> Decimal:
    """Return how many times the comparison a number of a relative figure is."""
    return {
        FigureKind.RATIO: value,
        FigureKind.MORE: 1 + value / FULL,
        FigureKind.LESS: 1 - value / FULL,
    }[figure.kind]


def drawn(amounts: list[Amount], top: Decimal) -> list[Bar]:
    """Return the bars of amounts on a scale from zero to the top."""
    return [
        Bar(
            amount.label,
            amount.text,
            share(amount.number, top),
            amount.is_comparison,
            (share(amount.low, top), share(amount.high, top)) if amount.has_interval else None,
        )
        for amount in amounts
    ]


def share(value: Decimal, top: Decimal) -> Decimal:
    """Return `value` as hundredths of `top`, to one decimal place."""
    return round(FULL * value / top, 1) if top else Decimal(0)
