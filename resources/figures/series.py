"""A trend series, which editors type or paste as one line for each year."""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# What Decimal and int take besides, no field does: 1e-5000, 2_19, digits of other scripts.
YEAR = re.compile("1[89][0-9]{2}|2[01][0-9]{2}|2200")
NUMBER = re.compile(r"[0-9]{1,10}(?:\.[0-9]{1,4})?")


@dataclass(frozen=True)
class Point:
    """The values of one year."""

    year: int
    value: Decimal
    comparison_value: Decimal | None = None


def points_of(text: str) -> list[Point]:
    """Return the points that a text holds, in the order of their years.

    A line is a year, a value and perhaps the value of the comparison group, with spaces, tabs or
    semicolons between them. A year is one of 1800 to 2200. Raises ValidationError naming the line
    that is something else.
    """
    lines = [line for line in text.replace(";", " ").splitlines() if line.strip()]
    points = [point(line) for line in lines]
    return sorted(points, key=lambda found: found.year)


def point(line: str) -> Point:
    year, *values = line.split()
    if not YEAR.fullmatch(year) or len(values) not in (1, 2) or not all(map(is_number, values)):
        message = _("This line is not a year and one or two numbers: %(line)s")
        raise ValidationError(message % {"line": line.strip()[:60]})
    return Point(int(year), *map(Decimal, values))


def is_number(text: str) -> bool:
    """Whether a text is a number as the fields of a figure hold them, without commas."""
    return NUMBER.fullmatch(text) is not None
