"""The measured numbers that a relative figure was made from, and whether they give it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext_lazy as _

from resources.figures.kinds import RELATIVE, FigureKind, Qualifier
from resources.figures.numbers import formatted, rounded

ONLY_RELATIVE = _("Only ratios and percent more or less are made from measured values.")
BOTH = _("Give both measured values, or neither.")
NO_UNIT = _("The measured values need a unit, for example per 100,000.")
NO_DIVISION = _("Nothing can be a multiple of zero.")
DISAGREES = _("The measured values give %(number)s, which is not the value above.")

# How far from the published number the true one may be, as a multiple of it. "Nearly" and "about"
# are taken to mean within a tenth.
LEEWAY = {
    "": (1, 1),
    Qualifier.ABOUT: (Fraction(9, 10), Fraction(11, 10)),
    Qualifier.NEARLY: (Fraction(9, 10), 1),
    Qualifier.MORE_THAN: (1, 10**12),
    Qualifier.LESS_THAN: (0, 1),
    Qualifier.UP_TO: (0, 1),
}


@dataclass(frozen=True)
class Range:
    """All that a rounded number may have been before it was rounded."""

    low: Fraction
    high: Fraction

    def meets(self, other: "Range") -> bool:
        return self.low <= other.high and other.low <= self.high


def base_problems(figure) -> dict[str, str]:
    """Measured values stand in pairs, have a unit, and give the value within its rounding."""
    pair = {name: getattr(figure, name) for name in ("base_value", "base_comparison_value")}
    known = [name for name, value in pair.items() if value is not None]
    if figure.kind not in RELATIVE:
        return dict.fromkeys(known, ONLY_RELATIVE)
    if len(known) < 2:
        return {name: BOTH for name in pair if known and name not in known}
    return {**quality_problems(figure), **disagreement(figure)}


def quality_problems(figure) -> dict[str, str]:
    """Measured values have a unit, and one can be divided by the other."""
    problems = {} if figure.unit else {"unit": NO_UNIT}
    is_zero = figure.base_comparison_value == 0
    return problems | ({"base_comparison_value": NO_DIVISION} if is_zero else {})


def disagreement(figure) -> dict[str, str]:
    """The value is what the measured ones give, each of the three rounded as it is shown."""
    base, other = figure.base_value, figure.base_comparison_value
    if figure.value is None or figure.value < 0 or base < 0 or other <= 0:
        return {}
    if published(figure).meets(
        given_by(figure.kind, before_rounding(base), before_rounding(other))
    ):
        return {}
    exact = relative(figure.kind, Fraction(base) / Fraction(other))
    return {"base_value": DISAGREES % {"number": formatted(rounded(exact, (0, 1, 100)))}}


def before_rounding(number: Decimal) -> Range:
    """Return the numbers that are shown as this one: half a unit of its last digit either way."""
    exponent = min(0, number.normalize().as_tuple().exponent)
    half = Fraction(10) ** exponent / 2
    return Range(Fraction(number) - half, Fraction(number) + half)


def published(figure) -> Range:
    """Return what the published number may stand for, with the word before it."""
    value = before_rounding(figure.value)
    least, most = LEEWAY.get(figure.qualifier, LEEWAY[""])
    return Range(value.low * least, value.high * most)


def given_by(kind: str, base: Range, other: Range) -> Range:
    """Return what two measured values give, at least and at most."""
    lowest = max(base.low, 0) / other.high
    highest = base.high / other.low if other.low > 0 else Fraction(10**12)
    ends = sorted([relative(kind, lowest), relative(kind, highest)])
    return Range(*ends)


def relative(kind: str, times: Fraction) -> Fraction:
    """Return so many times the comparison as the number of a kind: 1.42 is 42% more."""
    return {
        FigureKind.RATIO: times,
        FigureKind.MORE: (times - 1) * 100,
        FigureKind.LESS: (1 - times) * 100,
    }[kind]
