"""Texts for the cells of a CSV file, of which spreadsheets run none."""

# What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"), also in full width.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(text: str) -> str:
    """Return a cell's text, with an apostrophe before what would be a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
