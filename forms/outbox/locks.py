"""Letting one transaction at a time decide about a thing that has no row to lock."""

import hashlib

from django.db import connection


def take(name: str) -> None:
    """Wait for the lock of this name, and hold it until the transaction ends.

    SQLite needs none: of its transactions that write, one runs at a time (the settings make it so).
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number_of(name)])


def number_of(name: str) -> int:
    digest = hashlib.sha256(f"forms.outbox:{name}".encode()).digest()
    return int.from_bytes(digest[:8], signed=True)
