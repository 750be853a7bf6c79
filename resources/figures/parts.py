"""The words and numbers that a sentence is put together from."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from resources.figures.frequencies import in_frequency
from resources.figures.kinds import FigureKind
from resources.figures.numbers import formatted
from resources.figures.numerals import in_words, qualifier, unit, with_unit

SHARES = {FigureKind.SHARE, FigureKind.PAIR}


def parts_of(figure) -> dict[str, str]:
    """Return the placeholders of `phrases.PHRASES` that the figure can fill, else ""."""
    other = figure.comparison_value if figure.kind == FigureKind.PAIR else None
    value = None if figure.is_suppressed else figure.value
    numbers = number("number", "frequency", figure, value)
    numbers |= number("other", "other_frequency", figure, other)
    if value != other and numbers["frequency"] == numbers["other_frequency"]:
        numbers |= {"frequency": "", "other_frequency": ""}  # "1 in 3, against 1 in 3"
    return {"words": words(figure), **names(figure), **numbers, **series_parts(figure)}


def words(figure) -> str:
    """Return the number as a line that cannot be taken for a share."""
    said = in_words(figure)
    if not said or figure.is_suppressed:
        return said
    if figure.kind == FigureKind.DISPARITY:
        return _("%(number)s, as published without its base") % {"number": said}
    if figure.kind == FigureKind.RATIO:
        return _("%(number)s as high") % {"number": spoken(figure, figure.value)}
    return said


def names(figure) -> dict[str, str]:
    """Return who and what, in the preferred words."""
    outcome = figure.outcome
    return {
        "outcome": outcome.name if outcome else "",
        "predicate": outcome.predicate if outcome else "",
        "group": figure.group.name if figure.group else "",
        "comparison": figure.comparison_group.name if figure.comparison_group else "",
    }


def number(name: str, frequency: str, figure, value: Decimal | None) -> dict[str, str]:
    """Return a number, and where it is a share so many in so many, under these names."""
    if value is None:
        return {name: "", frequency: ""}
    is_share = figure.kind in SHARES and unit(figure) == "%"
    return {
        name: spoken(figure, value),
        frequency: in_frequency(value, figure.qualifier) if is_share else "",
    }


def spoken(figure, value: Decimal) -> str:
    """Return a number as it is said within a sentence: "nearly 2 times", "42%"."""
    before = qualifier(figure)
    if figure.kind == FigureKind.RATIO:
        return times(before, value)
    said = with_unit(formatted(value), unit(figure))
    return f"{before} {said}".strip()


def times(before: str, value: Decimal) -> str:
    """Return so many times; two times keeps the digit and gains the usual word."""
    if value == 2 and not before:
        return _("2 times (twice)")
    said = pgettext("nearly 8 times as likely", "%(number)s times") % {"number": formatted(value)}
    return f"{before} {said}".strip()


def series_parts(figure) -> dict[str, str]:
    """Return how a series went from its first year to its last, for both groups."""
    if figure.kind != FigureKind.SERIES or figure.is_suppressed:
        return {"change": "", "other_change": ""}
    own = [(point.year, point.value) for point in figure.series]
    others = [(p.year, p.comparison_value) for p in figure.series if p.comparison_value is not None]
    return {"change": change(figure, own), "other_change": change(figure, others)}


def change(figure, points: list) -> str:
    """Return "rose from 12% in 2010 to 14% in 2020", "" of fewer than two years."""
    if len(points) < 2:
        return ""
    (first_year, first), (last_year, last) = points[0], points[-1]
    said = {
        "first": spoken(figure, first),
        "last": spoken(figure, last),
        "first_year": first_year,
        "last_year": last_year,
    }
    return verb(first, last) % said


def verb(first: Decimal, last: Decimal) -> str:
    if last > first:
        return _("rose from %(first)s in %(first_year)s to %(last)s in %(last_year)s")
    if last < first:
        return _("fell from %(first)s in %(first_year)s to %(last)s in %(last_year)s")
    return _("was %(first)s in %(first_year)s and again in %(last_year)s")
