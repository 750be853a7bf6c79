"""Shares as natural frequencies, which most readers grasp sooner than percentages.

The preference for them is Gigerenzer's; that of small denominators is the plain-language advice of
the CDC's Clear Communication Index.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from resources.figures.kinds import Qualifier
from resources.figures.numbers import formatted

SMALL = range(2, 11)
DENOMINATORS = [SMALL, [100], [1000]]
# A count that is further off than this, of the share or of the rest, would be another claim.
TOLERANCE = Fraction(1, 20)
BELOW = {Qualifier.LESS_THAN, Qualifier.UP_TO, Qualifier.NEARLY}


@dataclass(frozen=True)
class Frequency:
    """So many in so many; `is_exact` unless the share was rounded to it."""

    count: int
    of: int
    is_exact: bool


def in_frequency(percent: Decimal | None, qualifier: str = "") -> str:
    """Return a share in percent as "3 in 4" or "about 2 in 5", "" where no count comes close.

    What the source itself calls rough is never exact, and what it calls more is not less.
    """
    found = None if percent is None else frequency(percent)
    if not found or is_against(
        qualifier, Fraction(found.count, found.of) * 100 - Fraction(percent)
    ):
        return ""
    words = {"count": formatted(Decimal(found.count)), "of": formatted(Decimal(found.of))}
    exact = found.is_exact and not qualifier
    return (_("%(count)s in %(of)s") if exact else _("about %(count)s in %(of)s")) % words


def is_against(qualifier: str, off: Fraction) -> bool:
    """Whether a count so far off lies where, by the word before the number, the share does not."""
    return off < 0 if qualifier == Qualifier.MORE_THAN else off > 0 and qualifier in BELOW


def frequency(percent: Decimal) -> Frequency | None:
    """Return the share as a count of 2 to 10, else of 100, else of 1,000; None if none is close.

    None and all are not counts: "0 in 5" says that it never happens.
    """
    if not 0 < percent < 100:
        return None
    share = Fraction(percent) / 100
    for denominators in DENOMINATORS:
        close = [c for c in counts(share, denominators) if is_close(c, share)]
        if close:
            best = min(close, key=lambda count: abs(Fraction(*count) - share))
            return Frequency(*best, is_exact=Fraction(*best) == share)
    return None


def counts(share: Fraction, denominators) -> list[tuple[int, int]]:
    """Return the nearest count of each denominator, without none and all."""
    nearest = [(round(share * of), of) for of in denominators]
    return [(count, of) for count, of in nearest if 0 < count < of]


def is_close(count: tuple[int, int], share: Fraction) -> bool:
    return abs(Fraction(*count) - share) <= TOLERANCE * min(share, 1 - share)
