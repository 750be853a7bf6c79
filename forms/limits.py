"""Counts what must not happen too often. The database decides, so every worker counts together."""

from datetime import UTC, datetime

from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac

from forms.models.tally import Tally

HOUR = 60 * 60
DAY = 24 * HOUR
# One statement: of many at once each gets a number of its own, and the first few stay below a
# limit. Whoever reads the count later than they raised it may see everybody else's too.
COUNT = """
    INSERT INTO forms_tally (key, count, expires_at) VALUES (%s, 1, %s)
    ON CONFLICT (key) DO UPDATE SET count = forms_tally.count + 1 RETURNING count
"""


def count(what: str, who: str, seconds: int = DAY) -> int:
    """Count one more of `what` by `who`; return how many that makes in this hour or day (UTC)."""
    window = int(timezone.now().timestamp()) // seconds
    key = salted_hmac(__name__, f"{what}:{window}:{who}", algorithm="sha256").hexdigest()
    end = datetime.fromtimestamp((window + 1) * seconds, UTC)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [key, connection.ops.adapt_datetimefield_value(end)])
        return cursor.fetchone()[0]


def forget() -> int:
    """Delete what is no longer counted; return how many rows that were."""
    return Tally.objects.filter(expires_at__lt=timezone.now()).delete()[0]
