"""Numbers as texts."""

from decimal import Decimal
from fractions import Fraction

from babel.numbers import format_decimal

from core.formats import cldr_locale

SIGNIFICANT = 3


def formatted(value: Decimal) -> str:
    """Write a number as the language in force does, all its digits but no idle zeros."""
    return format_decimal(value.normalize(), locale=cldr_locale(), decimal_quantization=False)


def rounded(number: Fraction, landmarks=(0,)) -> Decimal:
    """Return a number to three digits, or to as many as keep it off a landmark that it is not.

    A landmark is a number that says something else: 0 is "none", 100% less is "none left", 1 times
    is "the same". The digits before the point all stay.
    """
    places = 0 if abs(number) >= 100 else SIGNIFICANT - len(str(int(abs(number))))
    places += leading_zeros(number)
    while (result := to_places(number, places)) in landmarks and result != number:
        places += 1
    return result


def leading_zeros(number: Fraction) -> int:
    """Return how many zeros follow the point before the first other digit."""
    if not 0 < abs(number) < 1:
        return 0
    return max(0, len(str(int(1 / abs(number)))) - 1)


def to_places(number: Fraction, places: int) -> Decimal:
    shifted = round(number * 10**places)
    return Decimal(shifted).scaleb(-places)
