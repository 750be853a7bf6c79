"""Forgets what was searched for long ago, and sooner what was asked only once."""

from datetime import date, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits

from search.models import EmptySearch

DAYS_OF_WHAT_WAS_ASKED_ONCE = 7


def forget() -> int:
    """Delete what is older than WAGTAILSEARCH_HITS_MAX_AGE days, or than 7 if asked only once.

    Returns how much that was.
    """
    first = days_ago(settings.WAGTAILSEARCH_HITS_MAX_AGE)
    empty, _by_model = EmptySearch.objects.filter(day__lt=first).delete()
    once, _by_model = asked_once().filter(day__lt=days_ago(DAYS_OF_WHAT_WAS_ASKED_ONCE)).delete()
    # The site counts no hits; an earlier version did.
    hits, _by_model = QueryDailyHits.objects.filter(date__lt=first).delete()
    Query.garbage_collect()  # all but those that staff promote something for
    return empty + once + hits


def days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def asked_once():
    """Return the counts of questions that were asked on no other day, and once on theirs."""
    same = EmptySearch.objects.filter(words=OuterRef("words"), language=OuterRef("language"))
    return EmptySearch.objects.filter(~Exists(same.exclude(pk=OuterRef("pk"))), times__lte=1)
