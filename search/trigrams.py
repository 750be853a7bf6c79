"""The index by which PostgreSQL finds words that look alike, where it can be had (pg_trgm)."""

import logging

from django.db import Error, connection, connections, transaction

logger = logging.getLogger(__name__)

INDEX = """
    CREATE INDEX IF NOT EXISTS site_search_word_trigrams
    ON site_search_word USING gin (word gin_trgm_ops)
"""


def ensure(using: str, **kwargs) -> None:
    """Make the extension and its index where the database allows it (signal post_migrate).

    An operator may install it later; the next release then makes the index.
    """
    if connections[using].vendor != "postgresql":
        return
    try:
        with transaction.atomic(using=using), connections[using].cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            cursor.execute(INDEX)
    except Error as error:
        logger.info("No trigrams: %s", error)  # the check says what that means


def are_there() -> bool:
    """Tell whether the database compares words by trigrams."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('site_search_word_trigrams') IS NOT NULL")
        return cursor.fetchone()[0]
