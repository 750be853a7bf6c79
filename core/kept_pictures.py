"""Pictures that are drawn from words, kept in the cache under what they say."""

import hashlib
import logging
from collections.abc import Callable
from typing import Any

from django.core.cache import cache

logger = logging.getLogger(__name__)
DAY = 60 * 60 * 24
LOOK = 1  # to be raised with each change of how cards are drawn


def kept(name: str, words: Any, draw: Callable[[Any], bytes]) -> bytes:
    """Return the picture, drawn once for each wording; a cache that is down costs only time.

    What it says is its key, so that corrected words never get their old picture.
    """
    key = f"{name}-{LOOK}-{hashlib.sha256(repr(words).encode()).hexdigest()}"
    found = tried("get", key)
    if found is None:
        found = draw(words)
        tried("set", key, found, DAY)
    return found


def tried(act: str, *args):
    """Return what the cache answers, None where it fails in whatever way its backend fails."""
    try:
        return getattr(cache, act)(*args)
    except Exception:
        logger.warning("The cache does not answer", exc_info=True)
        return None
