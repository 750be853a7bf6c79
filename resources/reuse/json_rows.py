"""Figures as JSON."""

import json
from collections.abc import Iterable

from core.json_values import plain
from resources.reuse.rows import DICTIONARY


def json_of(rows: Iterable[dict], licence: dict) -> bytes:
    """Return a JSON document with these figures, their license and what their names mean."""
    meanings = {name: str(meaning) for name, meaning in DICTIONARY.items()}
    document = {"license": licence, "dictionary": meanings, "figures": list(rows)}
    return json.dumps(document, default=plain, ensure_ascii=False, indent=1).encode()
