"""A CSV file, block by block. Spreadsheets run no formula from it."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import islice

from core.columns import Column
from core.spreadsheets import harmless

ROWS_OF_A_BLOCK = 500
BOM = "\ufeff"  # without it Excel takes UTF-8 for something else


def parts(blocks: Iterable[list[list[str]]]) -> Iterator[bytes]:
    """Yield the bytes of a file with these blocks of rows."""
    yield BOM.encode()
    yield from map(encoded, blocks)


def encoded(block: list[list[str]]) -> bytes:
    text = StringIO()
    # All in quotes, so that a spreadsheet which splits at other signs begins no cell in a cell.
    rows = (map(harmless, cells) for cells in block)
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)
    return text.getvalue().encode()


def of_columns(columns: dict[str, Column], rows: Iterable) -> Iterator[bytes]:
    """Yield the bytes of a file with these columns of the rows, block by block."""
    lines = ([cell(column.read(row)) for column in columns.values()] for row in rows)
    return parts(blocks([list(columns)], lines))


def blocks(first: list, rows: Iterator[list[str]]) -> Iterator[list]:
    """Yield a block of first rows, and then the others a block at a time."""
    yield first
    while block := list(islice(rows, ROWS_OF_A_BLOCK)):
        yield block


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
