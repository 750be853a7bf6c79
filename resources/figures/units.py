"""The units of figures, as editors type them."""

PERCENT_IN_WORDS = {"percent", "per cent", "pct", "pct.", "por ciento"}


def normal_unit(unit: str) -> str:
    """Return a unit without spaces around it, and percent always as the sign.

    By the sign it is known which numbers are shares, and which differences percentage points.
    """
    words = " ".join(unit.split())
    return "%" if words.casefold() in PERCENT_IN_WORDS else words
