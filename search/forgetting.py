"""Forgets what was searched for long ago."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits

from search.models import EmptySearch


def forget() -> int:
    """Delete what is older than WAGTAILSEARCH_HITS_MAX_AGE days; return how much that was."""
    first = timezone.localdate() - timedelta(days=settings.WAGTAILSEARCH_HITS_MAX_AGE)
    empty, _by_model = EmptySearch.objects.filter(day__lt=first).delete()
    hits, _by_model = QueryDailyHits.objects.filter(date__lt=first).delete()
    Query.garbage_collect()  # all but those that staff promote something for
    return empty + hits
