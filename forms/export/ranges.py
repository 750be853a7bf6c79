"""Numbers as a person would list them."""

from collections.abc import Iterable


def ranges_of(numbers: Iterable[int]) -> str:
    """Return numbers in order, runs of them as ranges: "1-500, 502"."""
    runs = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{first}-{last}" if last > first else f"{first}" for first, last in runs)
