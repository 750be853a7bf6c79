"""People out of 100, one dot each: a share as readers can count it."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from resources.figures.charts.summary import described, joined, name_of_group
from resources.figures.kinds import FigureKind
from resources.figures.numerals import numeral, unit

IN_A_ROW = 25
ALL = 100
APART = 4


@dataclass(frozen=True)
class Dot:
    """One person, at a place in a drawing 100 wide and 16 high."""

    x: int
    y: int
    is_counted: bool


@dataclass(frozen=True)
class People:
    """A hundred people of one group, so many of whom are counted."""

    label: str
    value: str
    count: int
    is_comparison: bool = False

    @property
    def dots(self) -> list[Dot]:
        half = APART // 2
        places = [(half + APART * x, half + APART * y) for y in range(4) for x in range(IN_A_ROW)]
        return [Dot(x, y, number < self.count) for number, (x, y) in enumerate(places)]


@dataclass(frozen=True)
class PeopleChart:
    """One or two hundreds of people, and what they show in words."""

    groups: list[People]
    scale: str
    summary: str
    template = "components/chart_people.html"


def people_chart(figure) -> PeopleChart | None:
    """Return the people of a share or of a pair of shares; None for other figures."""
    if figure.kind not in {FigureKind.SHARE, FigureKind.PAIR} or unit(figure) != "%":
        return None
    groups = [hundred(figure, *row) for row in shares(figure)]
    return PeopleChart(groups, scale(figure), summary(groups)) if groups else None


def shares(figure) -> list[tuple]:
    """Return label and share of each group whose share is known and possible."""
    rows = [] if figure.is_suppressed else [(name_of_group(figure), figure.value, False)]
    if figure.kind == FigureKind.PAIR:
        rows.append((figure.comparison_group, figure.comparison_value, True))
    return [row for row in rows if row[0] and row[1] is not None and 0 <= row[1] <= ALL]


def hundred(figure, label, value: Decimal, is_comparison: bool) -> People:
    return People(str(label), str(numeral(figure, value)), counted(value), is_comparison)


def counted(value: Decimal) -> int:
    """Return how many dots of 100 a share is: none and all only where it is none or all."""
    nearest = int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    if value in (0, ALL):
        return nearest
    return min(max(nearest, 1), ALL - 1)


def scale(figure) -> str:
    whole = all(value == value.to_integral_value() for _label, value, _is in shares(figure))
    rounding = "" if whole else _("Shares are rounded to whole dots.")
    return joined(_("Each dot is one person in 100."), rounding)


def summary(groups: list[People]) -> str:
    """Return the counts in words."""
    dots = _("%(count)s of 100 dots are filled")
    said = [described(f"{g.label}, {g.value}", dots % {"count": g.count}, "") for g in groups]
    return joined(*said)
