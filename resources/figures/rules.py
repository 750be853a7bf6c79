"""What makes a figure whole and possible. Each rule returns the fields it finds fault with."""

from django.utils.translation import gettext_lazy as _

from resources.figures.kinds import NEEDS_UNIT, WITHOUT_NUMBER, FigureKind

MISSING = {
    "value": _("This kind of figure needs a value."),
    "comparison_value": _("This kind of figure needs the value of the comparison group too."),
    "unit": _("This kind of figure needs a unit, for example % or per 100,000."),
}
UNWANTED = _("This kind of figure has no number.")
UNDIRECTED = _("Say which way it points.")
IMPOSSIBLE = _("This number is not possible here.")
OUTSIDE = _("The value does not lie between its bounds.")


def problems_of(figure) -> dict[str, str]:
    """Return what is wrong with a figure, by the name of the field; empty when all is well."""
    if figure.kind in WITHOUT_NUMBER:
        return direction_problems(figure)
    return {**missing_parts(figure), **bound_problems(figure), **impossible_values(figure)}


def direction_problems(figure) -> dict[str, str]:
    """A figure without a number points somewhere, and has no number after all."""
    problems = {} if figure.direction else {"direction": UNDIRECTED}
    return problems if figure.value is None else {**problems, "value": UNWANTED}


def missing_parts(figure) -> dict[str, str]:
    """A figure has its number, a pair has two, and what is not a percentage names its unit."""
    needed = ["value"]
    needed += ["comparison_value"] if figure.kind == FigureKind.PAIR else []
    needed += ["unit"] if figure.kind in NEEDS_UNIT else []
    return {name: MISSING[name] for name in needed if getattr(figure, name) in (None, "")}


def impossible_values(figure) -> dict[str, str]:
    """No number is negative, and no share is over 100."""
    shares = {FigureKind.SHARE, FigureKind.LESS}
    is_share = figure.kind in shares or (figure.kind == FigureKind.PAIR and figure.unit == "%")
    numbers = {name: getattr(figure, name) for name in ("value", "comparison_value")}
    return {
        name: IMPOSSIBLE
        for name, number in numbers.items()
        if number is not None and (number < 0 or (is_share and number > 100))
    }


def bound_problems(figure) -> dict[str, str]:
    """The value lies between the bounds that are given."""
    if figure.value is None:
        return {}
    too_high = figure.low is not None and figure.low > figure.value
    too_low = figure.high is not None and figure.high < figure.value
    return ({"low": OUTSIDE} if too_high else {}) | ({"high": OUTSIDE} if too_low else {})
