"""Figures as rows of a CSV file."""

from collections.abc import Iterable, Iterator

from core import csv_file
from resources.reuse.rows import DICTIONARY


def csv_of(rows: Iterable[dict]) -> Iterator[bytes]:
    """Yield the bytes of a CSV file with these rows of figures, block by block."""
    return csv_file.parts(csv_file.blocks([list(DICTIONARY)], map(cells, rows)))


def csv_of_dictionary() -> Iterator[bytes]:
    """Yield the bytes of a CSV file that says what each column means."""
    lines = [[name, str(meaning)] for name, meaning in DICTIONARY.items()]
    return csv_file.parts([[["name", "meaning"], *lines]])


def cells(row: dict) -> list[str]:
    return [csv_file.cell(row[name]) for name in DICTIONARY]
