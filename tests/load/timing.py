"""How long a page takes, in this process, and how much it asks the database."""

import time
from statistics import median, quantiles
from typing import NamedTuple

TIMES = 20


class Times(NamedTuple):
    """Of one address: milliseconds, the number of queries, and both as a line to print."""

    median: float
    p95: float
    queries: int
    line: str


def times(browser, name, address, before_each=lambda: None) -> Times:
    """Ask for an address a few times and time it; `before_each` is not timed."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    before_each()
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(address).status_code == 200, address
    queries = len(captured)  # now: the next request empties the list
    taken = []
    for _ in range(TIMES):
        before_each()
        taken.append(timed(lambda: browser.get(address).content))
    middle, p95 = median(taken), quantiles(taken, n=20)[-1]
    line = f"  {name:30} median {middle:4.0f} ms, p95 {p95:4.0f} ms, {queries} queries"
    return Times(middle, p95, queries, line)


def timed(call) -> float:
    begin = time.perf_counter()
    call()
    return (time.perf_counter() - begin) * 1000
