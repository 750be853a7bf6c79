"""Times pages beside an empty page and beside their own queries in bare SQL."""

import gc
from contextlib import closing
from statistics import median, quantiles

from tests.load.timing import timed

TIMES = 40


def compare(addresses: dict[str, str], table: str) -> None:
    """Print the times of pages by their names, with those of their queries that name a table.

    Page, empty page and SQL are timed in turn, so that whatever else the machine does slows all of
    them. A page may take as long as an empty one, and three times what the bare SQL takes.
    """
    from django.core.cache import caches
    from django.test import Client

    def read(address):
        for cache in caches.all():
            cache.clear()
        return timed(lambda: browser.get(address))

    browser, empty = Client(HTTP_HOST="localhost"), empty_page()
    read(empty)
    gc.freeze()  # as each worker does (deploy/gunicorn.conf.py)
    for name, address in addresses.items():
        number, queries = queries_of(browser, address, table)
        rounds = [(read(empty), read(address), timed_sql(queries)) for _ in range(TIMES)]
        page, measured, bare = (quantiles(taken, n=20)[-1] for taken in zip(*rounds, strict=True))
        middle = median(taken for _empty, taken, _bare in rounds)
        limit = page + 3 * bare
        print(  # noqa: T201
            f"  {name:20} median {middle:3.0f} ms, p95 {measured:3.0f} ms, {number} queries; "
            f"empty page p95 {page:.0f}, bare SQL p95 {bare:.0f}: "
            f"{'within' if measured <= limit else 'OVER'} {limit:.0f} ms",
            flush=True,
        )


def empty_page() -> str:
    from home.models import ContentPage, HomePage

    page = HomePage.objects.first().add_child(instance=ContentPage(title="Empty", slug="empty"))
    return page.url


def queries_of(browser, address: str, table: str) -> tuple[int, list[str]]:
    """Return how many queries a page makes, and those of them that name a table."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(address).status_code == 200, address
    said = [query["sql"] for query in captured]
    return len(said), [query for query in said if table in query]


def timed_sql(queries: list[str]) -> float:
    from django.db import connection

    def ask():
        with closing(connection.connection.cursor()) as cursor:
            for query in queries:
                cursor.execute(query)
                cursor.fetchall()

    return timed(ask)
