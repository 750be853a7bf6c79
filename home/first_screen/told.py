"""Counts of people, told so that nobody can be recognised.

Each is rounded down to tens, and one below ten is not told. Hiding the small ones alone would not
do: taking the others from an exact sum would bring them back. Since sum and parts are rounded, it
leaves a range. And a look on the next day seldom differs by the one who signed in between.
"""

from collections.abc import Mapping
from dataclasses import dataclass

STEP = 10


@dataclass(frozen=True)
class Row:
    """One line of a table with bars. `length` is in hundredths of the longest bar."""

    label: object
    count: int | None
    length: int


def told(count: int) -> int | None:
    """Return a count as it may be told, None where it is too small."""
    return count - count % STEP or None


def rows(counts: Mapping[object, int]) -> list[Row]:
    """Return a line for each label and its count."""
    shown = {label: told(count) for label, count in counts.items()}
    longest = max(filter(None, shown.values()), default=STEP)
    return [Row(label, count, 100 * (count or 0) // longest) for label, count in shown.items()]
