"""What makes a figure whole and possible. Each rule returns the fields it finds fault with."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from resources.figures.base_values import base_problems
from resources.figures.kinds import NEEDS_UNIT, PERCENT, WITHOUT_NUMBER, FigureKind
from resources.figures.series import points_of

MISSING = {
    "value": _("This kind of figure needs a value."),
    "comparison_value": _("This kind of figure needs the value of the comparison group too."),
    "unit": _("This kind of figure needs a unit, for example % or per 100,000."),
    "points": _("This kind of figure needs the values of at least two years."),
}
UNWANTED = _("This kind of figure has no number.")
UNWANTED_HERE = _("This kind of figure has no such number.")
NO_SERIES = _("Only a trend series has values by year.")
WITHHELD = _("A figure that the source withholds has no number.")
NOTHING_WITHHELD = _("This kind of figure has no number that could be withheld.")
UNDIRECTED = _("Say which way it points.")
IMPOSSIBLE = _("This number is not possible here.")
OUTSIDE = _("The value does not lie between its bounds.")
UPSIDE_DOWN = _("The upper bound is lower than the lower bound.")
SAME_GROUP = _("A group cannot be compared with itself.")
BACKWARDS = _("The period ends before it starts.")
NOBODY = _("Nobody was counted: leave it empty if the number is not known.")
YEAR_TWICE = _("One year stands here twice.")

OF_VALUE = ["value", "low", "high"]
OF_COMPARISON = ["comparison_value", "comparison_low", "comparison_high"]
OF_BASE = ["base_value", "base_comparison_value"]
NUMBERS = [*OF_VALUE, *OF_COMPARISON, *OF_BASE]
# An interval of these may reach below zero: from 3% less to 20% more.
MAY_GO_BELOW = {FigureKind.MORE, FigureKind.LESS, FigureKind.DISPARITY}


def problems_of(figure) -> dict[str, str]:
    """Return what is wrong with a figure, by the name of the field; empty when all is well."""
    if endless := {name: IMPOSSIBLE for name in given(figure) if not of(figure, name).is_finite()}:
        return endless  # nothing can be compared with NaN
    rules = [
        base_problems,
        bound_problems,
        impossible_values,
        series_problems,
        unwanted_numbers,
        direction_problems,
        missing_parts,
        comparison_problems,
        period_problems,
        counted_people,
    ]
    return {name: text for rule in rules for name, text in rule(figure).items()}


def of(figure, name):
    return getattr(figure, name)


def given(figure, names=NUMBERS) -> list[str]:
    """Return those of the fields that hold a number."""
    return [name for name in names if of(figure, name) is not None]


def direction_problems(figure) -> dict[str, str]:
    """A figure without a number points somewhere, and has no number after all."""
    if figure.kind not in WITHOUT_NUMBER:
        return {}
    problems = dict.fromkeys(given(figure), UNWANTED)
    problems |= {} if figure.direction else {"direction": UNDIRECTED}
    return problems | ({"is_suppressed": NOTHING_WITHHELD} if figure.is_suppressed else {})


def missing_parts(figure) -> dict[str, str]:
    """A figure has its number, a pair has two, and what is not a percentage names its unit."""
    needed = [] if figure.is_suppressed else needed_numbers(figure)
    needed += ["unit"] if figure.kind in NEEDS_UNIT else []
    return {name: MISSING[name] for name in needed if of(figure, name) in (None, "")}


def needed_numbers(figure) -> list[str]:
    if figure.kind in WITHOUT_NUMBER:
        return []
    numbers = {
        FigureKind.PAIR: ["value", "comparison_value"],
        FigureKind.SERIES: ["points"],
    }
    return list(numbers.get(figure.kind, ["value"]))


def unwanted_numbers(figure) -> dict[str, str]:
    """Only a pair has a second number, and neither a series nor what is withheld has a value."""
    no_comparison = [] if figure.kind == FigureKind.PAIR else OF_COMPARISON
    no_value = OF_VALUE if figure.kind == FigureKind.SERIES else []
    problems = dict.fromkeys(given(figure, [*no_comparison, *no_value]), UNWANTED_HERE)
    if figure.is_suppressed:
        problems |= dict.fromkeys(given(figure, [*OF_VALUE, *OF_BASE]), WITHHELD)
        problems |= {"points": WITHHELD} if figure.points.strip() else {}
    return problems


def impossible_values(figure) -> dict[str, str]:
    """No number is negative, and no share is over 100."""
    return {
        name: IMPOSSIBLE
        for name in given(figure)
        if is_below(figure, name) or (of(figure, name) > 100 and is_share(figure, name))
    }


def is_below(figure, name: str) -> bool:
    may = name in ("low", "high") and figure.kind in MAY_GO_BELOW
    return of(figure, name) < 0 and not may


def is_share(figure, name: str) -> bool:
    """Whether the field holds a part of a whole. "Less" is one: at most all of it is gone."""
    if figure.kind in {FigureKind.SHARE, FigureKind.LESS} and name in OF_VALUE:
        return True
    measured = OF_BASE if figure.kind in PERCENT | {FigureKind.RATIO} else NUMBERS
    return figure.unit == "%" and name in measured


def bound_problems(figure) -> dict[str, str]:
    """Each value lies between the bounds that are given."""
    return {
        **outside(figure, "value", "low", "high"),
        **outside(figure, "comparison_value", "comparison_low", "comparison_high"),
    }


def outside(figure, *names) -> dict[str, str]:
    value, low, high = (of(figure, name) for name in names)
    if low is not None and high is not None and low > high:
        return {names[2]: UPSIDE_DOWN}
    if value is None:
        return {}
    too_high = low is not None and low > value
    too_low = high is not None and high < value
    return ({names[1]: OUTSIDE} if too_high else {}) | ({names[2]: OUTSIDE} if too_low else {})


def comparison_problems(figure) -> dict[str, str]:
    """Nobody is compared with themselves."""
    group, other = figure.group, figure.comparison_group
    if not group or not other:
        return {}
    known = group.pk and other.pk
    is_same = group.pk == other.pk if known else group.name.casefold() == other.name.casefold()
    return {"comparison_group": SAME_GROUP} if is_same else {}


def period_problems(figure) -> dict[str, str]:
    """A period starts before it ends."""
    known = figure.from_year and figure.to_year
    return {"to_year": BACKWARDS} if known and figure.to_year < figure.from_year else {}


def counted_people(figure) -> dict[str, str]:
    """A number about people counted somebody."""
    return {name: NOBODY for name in ("n", "comparison_n") if of(figure, name) == 0}


def series_problems(figure) -> dict[str, str]:
    """A series can be read, has two years or more, none twice, and no share over 100."""
    if figure.kind != FigureKind.SERIES:
        return {"points": NO_SERIES} if figure.points.strip() else {}
    try:
        points = points_of(figure.points)
    except ValidationError as error:
        return {"points": error.messages[0]}
    text = None if figure.is_suppressed else problem_of_points(points, figure.unit)
    return {"points": text} if text else {}


def problem_of_points(points: list, unit: str):
    if len(points) < 2:
        return MISSING["points"]
    if len({point.year for point in points}) < len(points):
        return YEAR_TWICE
    values = [v for p in points for v in (p.value, p.comparison_value) if v is not None]
    return IMPOSSIBLE if unit == "%" and max(values) > 100 else None
