"""Counts what found nothing, without who asked: in memory, and written outside of requests.

A question with an @, five digits or three numbers is not counted, nor is a long one. A name cannot
be told from any other word, so a question that is one is counted. What was asked only once is
shown to nobody (search/admin_views/report.py) and soon forgotten (search/forgetting.py).
"""

import re
from collections import Counter
from threading import Lock

from django.db.models import F
from django.utils import timezone

from search.models import EmptySearch
from search.words import folded

LONGEST = 60  # letters
MOST = 1000  # different questions between two writings; what comes then is not counted
# An address, the digits of a telephone, a date of birth or a record: whatever stands between.
PERSONAL = re.compile(r"@|(?:\d\D*){5}|\d+\D+\d+\D+\d")

_lock = Lock()
_asked: Counter = Counter()


def count(text: str, language: str) -> None:
    """Remember that something was asked in vain. Writes nothing."""
    words = " ".join(folded(text).split())
    if not words or len(words) > LONGEST or PERSONAL.search(words):
        return
    with _lock:
        key = (words, language)
        if key in _asked or len(_asked) < MOST:
            _asked[key] += 1


def write() -> None:
    """Add what was counted since the last time to the database."""
    global _asked
    with _lock:
        counted, _asked = _asked, Counter()
    for (words, language), times in sorted(counted.items()):
        add(words, language, times)


def add(words: str, language: str, times: int) -> None:
    where = {"words": words, "language": language, "day": timezone.localdate()}
    # The database decides, so what two processes write at once is both counted.
    EmptySearch.objects.bulk_create([EmptySearch(**where)], ignore_conflicts=True)
    EmptySearch.objects.filter(**where).update(times=F("times") + times)
