"""A trend series, which editors type or paste as one line for each year."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Point:
    """The values of one year."""

    year: int
    value: Decimal
    comparison_value: Decimal | None = None


def points_of(text: str) -> list[Point]:
    """Return the points that a text holds, in the order of their years.

    A line is a year, a value and perhaps the value of the comparison group, with spaces, tabs or
    semicolons between them. Raises ValidationError naming the line that is not.
    """
    lines = [line for line in text.replace(";", " ").splitlines() if line.strip()]
    points = [point(line) for line in lines]
    return sorted(points, key=lambda found: found.year)


def point(line: str) -> Point:
    try:
        year, *values = line.split()
        numbers = [Decimal(value) for value in values]
        if len(year) != 4 or len(numbers) not in (1, 2) or not all(map(is_possible, numbers)):
            raise ValueError
        return Point(int(year), *numbers)
    except (ValueError, InvalidOperation) as error:
        message = _("This line is not a year and one or two numbers: %(line)s")
        raise ValidationError(message % {"line": line.strip()[:60]}) from error


def is_possible(number: Decimal) -> bool:
    return number.is_finite() and 0 <= number < 10**10
