"""What each database does by itself: find words in the index, and words that look alike."""

from types import ModuleType

from django.db import connection

from search.engines import postgresql, sqlite

ENGINES = {"postgresql": postgresql, "sqlite": sqlite}


def engine() -> ModuleType:
    """Return the module for the database in use."""
    return ENGINES[connection.vendor]
