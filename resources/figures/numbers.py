"""Numbers as texts."""

from decimal import Decimal
from fractions import Fraction
from math import ceil

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
    places = max(0, SIGNIFICANT - digits_before_the_point(number))
    while (result := to_places(number, places)) in landmarks and result != number:
        places += 1
    return result


def digits_before_the_point(number: Fraction) -> int:
    """Return how many there are; fewer than none where zeros follow the point."""
    size = abs(number)
    if size >= 1 or not size:
        return len(str(int(size)))
    return 1 - len(str(ceil(1 / size) - 1))


def to_places(number: Fraction, places: int) -> Decimal:
    shifted = round(number * 10**places)
    return Decimal(shifted).scaleb(-places)
