"""Where a name stands from A to Z, the same on every database and with every accent."""

import string
import unicodedata

LETTERS = string.ascii_uppercase
OTHER = "other"  # what begins with a number or with another script


def sorting_key(name: str) -> str:
    """Return the name without accents and capitals."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def letter_of(name: str) -> str:
    """Return the letter that a name stands under; quotation marks and the like do not count."""
    first = next((c for c in sorting_key(name) if c.isalnum()), "").upper()
    return first if first and first in LETTERS else OTHER
