"""The pledges that named a society, as numbers."""

from datetime import date

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.functional import cached_property

from forms.action_counts import count_actions
from forms.models import Pledge
from home.first_screen.told import Row, rows, told

MONTHS = 12


class SocietyPledges:
    """Confirmed pledges that name a society, in whatever language. No names."""

    def __init__(self, society):
        self.society = society

    @cached_property
    def by_month(self) -> dict[date | None, int]:
        """How many were confirmed in each month, by its first day."""
        months = (
            self.named.order_by().annotate(month=TruncMonth("confirmed_at")).values_list("month")
        )
        return {month and month.date(): n for month, n in months.annotate(Count("pk"))}

    @property
    def named(self):
        key = self.society.translation_key
        return Pledge.objects.counted().filter(society__translation_key=key)

    @property
    def actions(self) -> list[Row]:
        """What their signers want to do, most often ticked first. Two queries.

        In the order of what is told: that of the exact counts would compare what is hidden.
        """
        return sorted(
            rows(count_actions(self.named)), key=lambda row: (-(row.count or 0), row.label)
        )

    @property
    def number(self) -> int | None:
        """How many there are, None where they are too few to be told."""
        return told(sum(self.by_month.values()))

    @property
    def trend(self) -> list[Row]:
        """This month and those before it, the latest first."""
        return rows({month: self.by_month.get(month, 0) for month in last_months()})


def last_months() -> list[date]:
    """Return the first days of this month and the eleven before it, the latest first."""
    today = timezone.localdate()
    this = today.year * 12 + today.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(this, this - MONTHS, -1)]
