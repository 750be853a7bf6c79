"""The words of a table that are translated; numbers are the same in every language.

Each is named by its place in the table as it is stored: `caption`, `columns.0.heading`,
`rows.2.values.0`. wagtail-localize knows no tables, so it asks the block.
"""

from functools import reduce

from wagtail_localize.segments import StringSegmentValue


def segments_of(table: dict) -> list:
    """Return the words of a stored table, empty cells left out."""
    return [StringSegmentValue(place, text) for place, text in texts_of(table) if text]


def texts_of(table: dict):
    """Yield place and text of all that may hold words."""
    yield "caption", table["caption"]
    for number, column in enumerate(table["columns"]):
        yield f"columns.{number}.heading", column["heading"]
    for row_number, row in enumerate(table["rows"]):
        for number, column in enumerate(table["columns"]):
            if column["type"] == "text":
                yield f"rows.{row_number}.values.{number}", row["values"][number]


def restored(table: dict, segments) -> dict:
    """Put translated words into a stored table."""
    for segment in segments:
        *way, last = map(key, segment.path.split("."))
        reduce(lambda part, step: part[step], way, table)[last] = segment.render_text()
    return table


def key(step: str) -> int | str:
    return int(step) if step.isdigit() else step
