"""One run at a time, on whatever machine: a second would ask a host that is being asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.utils import timezone

from resources.models import LinkLease


@contextmanager
def held(longest: timedelta) -> Iterator[bool]:
    """Tell whether the run is the only one, and keep others away, no longer than `longest`.

    A run that is killed keeps them away until then.
    """
    now = timezone.now()
    until = now + longest
    LinkLease.objects.get_or_create(pk=1, defaults={"until": now})
    is_mine = bool(LinkLease.objects.filter(pk=1, until__lte=now).update(until=until))
    try:
        yield is_mine
    finally:
        if is_mine:
            LinkLease.objects.filter(pk=1, until=until).update(until=timezone.now())
