"""Figures as rows of a CSV file."""

from collections.abc import Iterable, Iterator
from itertools import islice

from core import csv_file
from resources.reuse.rows import DICTIONARY

ROWS_OF_A_BLOCK = 500


def csv_of(rows: Iterable[dict]) -> Iterator[bytes]:
    """Yield the bytes of a CSV file with these rows of figures, block by block."""
    return csv_file.parts(blocks([list(DICTIONARY)], map(cells, rows)))


def csv_of_dictionary() -> Iterator[bytes]:
    """Yield the bytes of a CSV file that says what each column means."""
    lines = [[name, str(meaning)] for name, meaning in DICTIONARY.items()]
    return csv_file.parts([[["name", "meaning"], *lines]])


def blocks(first: list, rows: Iterator[list[str]]) -> Iterator[list]:
    yield first
    while block := list(islice(rows, ROWS_OF_A_BLOCK)):
        yield block


def cells(row: dict) -> list[str]:
    return [cell(row[name]) for name in DICTIONARY]


def cell(value) -> str:
    """Return a value as text: numbers with a point, lists with "; " between their items."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(map(cell, value))
    if isinstance(value, dict):
        return " ".join(filter(None, map(cell, value.values())))
    return str(value)
