"""What JSON has no form for."""

from datetime import date
from decimal import Decimal


def plain(value):
    """Return what JSON has no form for as what it has one for.

    A figure has fourteen digits at most, so the binary number that JSON makes of it is written
    with the same digits again. Raises TypeError for anything else.
    """
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value)} has no form in JSON")
