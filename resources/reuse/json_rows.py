"""Figures as JSON."""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from resources.reuse.rows import DICTIONARY


def json_of(rows: Iterable[dict], licence: dict) -> bytes:
    """Return a JSON document with these figures, their license and what their names mean."""
    meanings = {name: str(meaning) for name, meaning in DICTIONARY.items()}
    document = {"license": licence, "dictionary": meanings, "figures": list(rows)}
    return json.dumps(document, default=plain, ensure_ascii=False, indent=1).encode()


def plain(value):
    """Return what JSON has no form for as what it has one for.

    A figure has fourteen digits at most, so the binary number that JSON makes of it is written
    with the same digits again. Raises TypeError for anything else.
    """
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value)} has no form in JSON")
