"""How sure a number is: the interval that the source gives with it."""

from decimal import Decimal

from django.utils.translation import gettext as _

from resources.figures.numbers import formatted


def interval(figure) -> str:
    """Return "95% interval 30 to 55" of the value, empty where it has no number or no bounds."""
    hidden = figure.value is None or figure.is_suppressed
    return "" if hidden else bounds(figure.low, figure.high, figure.confidence)


def comparison_interval(figure) -> str:
    """Return the same of a pair's comparison."""
    low, high = figure.comparison_low, figure.comparison_high
    return "" if figure.comparison_value is None else bounds(low, high, figure.confidence)


def bounds(low: Decimal | None, high: Decimal | None, confidence: int | None) -> str:
    """Return two bounds as text, with their level where it is known."""
    if low is None or high is None:
        return ""
    ends = {"low": formatted(low), "high": formatted(high), "level": confidence}
    if confidence:
        return _("%(level)s%% interval %(low)s to %(high)s") % ends
    return _("interval %(low)s to %(high)s") % ends
