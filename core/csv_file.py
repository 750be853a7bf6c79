"""A CSV file, block by block. Spreadsheets run no formula from it."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from core.spreadsheets import harmless

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
