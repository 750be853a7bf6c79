"""A CSV file, block by block. Spreadsheets run no formula from it."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

BOM = "\ufeff"  # without it Excel takes UTF-8 for something else
# What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"), also in full width.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def parts(blocks: Iterable[list[list[str]]]) -> Iterator[bytes]:
    """Yield the bytes of a file with these blocks of rows."""
    yield BOM.encode()
    yield from map(encoded, blocks)


def encoded(block: list[list[str]]) -> bytes:
    text = StringIO()
    # All in quotes, so that a spreadsheet which splits at other signs begins no cell in a cell.
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(map(harmless, block))
    return text.getvalue().encode()


def harmless(cells: list[str]) -> list[str]:
    return [f"'{text}" if text.startswith(FORMULA) else text for text in cells]
