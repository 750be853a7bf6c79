"""What a society is to the coalition on a day, read from its history."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from members.models.membership import OUTSIDE, Level, Membership


@dataclass(frozen=True)
class Standing:
    """The period that holds the day, if any, and its latest time as a member.

    That is one period or several without a day between, the latest first; none where it never
    was a member.
    """

    period: Membership | None
    membership: list[Membership]

    @property
    def is_member(self) -> bool:
        return bool(self.period) and self.period.level not in OUTSIDE

    @property
    def is_prospective(self) -> bool:
        return bool(self.period) and self.period.level == Level.PROSPECTIVE

    @property
    def is_former(self) -> bool:
        """Whether it was a member, or is called a former one."""
        called_former = bool(self.period) and self.period.level == Level.FORMER
        return called_former or (not self.is_member and bool(self.membership))

    @property
    def since(self) -> date | None:
        """Its first day as a member; None where nobody knows."""
        return self.membership[-1].start if self.membership else None

    @property
    def until(self) -> date | None:
        """Its last day as a member; None where that is not known."""
        return self.membership[0].end if self.membership else None


def standing_on(day: date, history: list[Membership]) -> Standing:
    """Return the standing on `day` from a history that has the latest period first."""
    begun = [period for period in history if period.start is None or period.start <= day]
    today = next((p for p in begun if p.end is None or p.end >= day), None)
    return Standing(today, latest_membership(begun))


def latest_membership(periods: list[Membership]) -> list[Membership]:
    """Return the latest periods as a member that follow each other without a day between."""
    as_member = [period for period in periods if period.level not in OUTSIDE]
    unbroken = as_member[:1]
    for later, earlier in pairwise(as_member):
        if not meets(earlier, later):
            break
        unbroken.append(earlier)
    return unbroken


def meets(earlier: Membership, later: Membership) -> bool:
    """Tell whether the later period begins on the day after the earlier one."""
    return bool(earlier.end and later.start) and (later.start - earlier.end).days == 1
