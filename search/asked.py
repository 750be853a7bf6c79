"""Counts what is searched for, without who asked: in memory, and written outside of requests.

A question that may name a person or a number of theirs is not counted at all.
"""

import re
from collections import Counter
from threading import Lock

from django.db.models import F
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits

from search.models import EmptySearch
from search.words import folded

LONGEST = 60  # letters
MOST = 1000  # different questions between two writings; what comes then is not counted
# An address, the digits of a telephone, a date of birth or a record: whatever the marks between.
PERSONAL = re.compile(r"@|(?:\d[\s\-./()]*){5}")

_lock = Lock()
_asked: Counter = Counter()


def count(text: str, language: str, found_nothing: bool) -> None:
    """Remember that something was asked. Writes nothing."""
    words = " ".join(folded(text).split())
    if not words or len(words) > LONGEST or PERSONAL.search(words):
        return
    with _lock:
        key = (words, language, found_nothing)
        if key in _asked or len(_asked) < MOST:
            _asked[key] += 1


def write() -> None:
    """Add what was counted since the last time to the database."""
    global _asked
    with _lock:
        counted, _asked = _asked, Counter()
    for (words, language, found_nothing), times in sorted(counted.items()):
        add_hits(words, times)
        if found_nothing:
            add_empty(words, language, times)


def add_hits(words: str, times: int) -> None:
    """Add to what staff see under "Search terms"."""
    where = {"query": Query.get(words), "date": timezone.localdate()}
    add(QueryDailyHits, "hits", where, times)


def add_empty(words: str, language: str, times: int) -> None:
    where = {"words": words, "language": language, "day": timezone.localdate()}
    add(EmptySearch, "times", where, times)


def add(model, column: str, where: dict, times: int) -> None:
    # The database decides, so what two processes write at once is both counted.
    model.objects.bulk_create([model(**where)], ignore_conflicts=True)
    model.objects.filter(**where).update(**{column: F(column) + times})
