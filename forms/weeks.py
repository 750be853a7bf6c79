"""Confirmed pledges by week: the numbers, and the bars that show them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from django.db.models import Count, Q
from django.utils import timezone

WEEKS = 26


@dataclass(frozen=True)
class Week:
    """A week by its Monday."""

    start: date
    count: int


def confirmed_by_week(pledges) -> list[Week]:
    """Return how many of these pledges were confirmed in each of the last 26 weeks. One query."""
    monday = timezone.localdate() - timedelta(days=timezone.localdate().weekday())
    starts = [monday - timedelta(weeks=ago) for ago in range(WEEKS - 1, -2, -1)]
    moments = [timezone.make_aware(datetime.combine(start, time())) for start in starts]
    # Not grouped by week: SQLite would call Python for each row.
    counts = {
        f"week_{number}": Count("pk", filter=Q(confirmed_at__gte=start, confirmed_at__lt=end))
        for number, (start, end) in enumerate(pairwise(moments))
    }
    counted = pledges.counted().filter(confirmed_at__gte=moments[0]).aggregate(**counts)
    return [Week(starts[number], counted[f"week_{number}"]) for number in range(WEEKS)]


@dataclass(frozen=True)
class Bar:
    """A bar in the units of the drawing; its lower end is on the axis."""

    week: Week
    x: int
    height: int

    @property
    def y(self) -> int:
        return Chart.BOTTOM - self.height

    @property
    def middle(self) -> int:
        return self.x + Chart.BAR // 2


class Chart:
    """Bars above an axis at zero, all in whole units, which no language writes in another way."""

    LEFT, TOP, BOTTOM, SLOT, BAR = 44, 12, 212, 26, 18
    WIDTH, HEIGHT = LEFT + WEEKS * SLOT + 16, 240
    HIGHEST = BOTTOM - TOP

    def __init__(self, weeks: list[Week]):
        self.weeks = weeks
        self.top = round_above(max(week.count for week in weeks))

    @property
    def total(self) -> int:
        return sum(week.count for week in self.weeks)

    @property
    def bars(self) -> list[Bar]:
        return [
            Bar(week, self.LEFT + number * self.SLOT, self.height_of(week.count))
            for number, week in enumerate(self.weeks)
        ]

    @property
    def ticks(self) -> list[tuple[int, int]]:
        """The numbers beside the axis, and how high they stand."""
        return [(n, self.BOTTOM - self.height_of(n)) for n in (0, self.top // 2, self.top)]

    @property
    def labels(self) -> list[Bar]:
        """Every fifth bar, to be named by its date; the last one is among them."""
        return self.bars[::5]

    def height_of(self, count: int) -> int:
        height = round(self.HIGHEST * count / self.top)
        return max(height, 1) if count else 0  # one signer among thousands is seen too


def round_above(count: int) -> int:
    """Return a number that is easy to read, as is its half: 2, 4, 10, 20, 40, 100 …"""
    step = 1
    while True:
        for factor in (2, 4, 10):
            if step * factor >= count:
                return step * factor
        step *= 10
