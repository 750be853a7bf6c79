"""What is in the database of a served site, read from outside of it."""

import sqlite3
import time
from contextlib import closing

import psycopg


def ask(url, sql) -> list[tuple]:
    """Return the rows that a SELECT finds in the database at `url`."""
    if url.startswith("sqlite:///"):
        connecting = closing(sqlite3.connect(url.removeprefix("sqlite:///"), timeout=20))
    else:
        connecting = psycopg.connect(url)
    with connecting as connection:
        return connection.execute(sql).fetchall()


def states_of_mail(url) -> dict[str, int]:
    return dict(ask(url, "SELECT state, count(*) FROM forms_outgoingmail GROUP BY state"))


def signers(url) -> list[str]:
    return [email for (email,) in ask(url, "SELECT email FROM forms_pledge")]


def wait_until_all_is_sent(url, seconds) -> float:
    """Wait until every mail was sent, for so long at most; return how long it took."""
    start = time.monotonic()
    while set(states_of_mail(url)) != {"sent"} and time.monotonic() - start < seconds:
        time.sleep(0.1)
    return time.monotonic() - start
