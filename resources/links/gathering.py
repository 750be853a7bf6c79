"""Keeps one row for each address that readers can follow, and where each stands."""

from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from core.links import places
from resources.links.addresses import host_of, normal
from resources.models import Link, LinkUse

# A link that nothing uses any more keeps its history for a while: a page may come back.
KEPT_UNUSED = timedelta(days=90)
AT_A_TIME = 500


@transaction.atomic
def gather() -> None:
    """Add what is new and mark what is no longer used. The same few queries for any number."""
    found = found_places()
    add_links({address for address, *_place in found})
    keys = dict(Link.objects.values_list("address", "pk"))
    wanted = {(keys[address], *place) for address, *place in found}
    stored = {tuple(use): pk for pk, *use in LinkUse.objects.values_list("pk", *USE)}
    LinkUse.objects.filter(pk__in=[stored[use] for use in set(stored) - wanted]).delete()
    new = [LinkUse(**dict(zip(USE, use, strict=True))) for use in wanted - set(stored)]
    LinkUse.objects.bulk_create(new, batch_size=AT_A_TIME)
    note_unused()


USE = ["link_id", "page_id", "field", "title", "edited_at"]


def found_places() -> set[tuple]:
    """Return each address in its normal form with the place where it stands."""
    found = set()
    for place in places():
        with suppress(ValueError):  # what is no address cannot be asked
            address = normal(place.address)
            where = (place.page, place.field, place.title[:255], place.edited_at)
            if host_of(address) != settings.SITE_HOST:  # its own pages are no other site's
                found.add((address, *where))
    return found


def add_links(addresses: set[str]) -> None:
    known = set(Link.objects.values_list("address", flat=True))
    new = [Link(address=address, host=host_of(address)) for address in sorted(addresses - known)]
    Link.objects.bulk_create(new, batch_size=AT_A_TIME, ignore_conflicts=True)


def note_unused() -> None:
    now, in_use = timezone.now(), Link.objects.in_use().values("pk")
    Link.objects.filter(unused_since__isnull=False, pk__in=in_use).update(unused_since=None)
    unused = Link.objects.exclude(pk__in=in_use)
    unused.filter(unused_since=None).update(unused_since=now)
    unused.filter(unused_since__lt=now - KEPT_UNUSED).delete()
