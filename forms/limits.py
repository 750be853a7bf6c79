"""Counts what must not happen too often. The database decides, so every worker counts together."""

from datetime import UTC, datetime

from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from forms.models.tally import Tally

HOUR = 60 * 60
DAY = 24 * HOUR


def count(what: str, who: str, seconds: int = DAY) -> int:
    """Count one more of `what` by `who`; return how many that makes in this hour or day (UTC)."""
    window = int(timezone.now().timestamp()) // seconds
    key = salted_hmac(__name__, f"{what}:{window}:{who}", algorithm="sha256").hexdigest()
    end = datetime.fromtimestamp((window + 1) * seconds, UTC)
    Tally.objects.bulk_create([Tally(key=key, expires_at=end)], ignore_conflicts=True)
    Tally.objects.filter(key=key).update(count=F("count") + 1)
    return Tally.objects.filter(key=key).values_list("count", flat=True).first() or 1


def forget() -> int:
    """Delete what is no longer counted; return how many rows that were."""
    return Tally.objects.filter(expires_at__lt=timezone.now()).delete()[0]
