"""A figure as data: the same names and values in every file, version and answer of the site.

`DICTIONARY` is the data dictionary. A name is never given another meaning; a new one is added at
the end of its part.
"""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from resources.figures.kinds import RELATIVE
from resources.figures.sentence import sentence

# What the figure claims: a change of any of these is a new version of it.
CLAIM = {
    "kind": _("What the number says: ratio, more, less, disparity, share, rate, pair, series …"),
    "qualifier": _("The word that belongs before the number: about, nearly, more_than …"),
    "value": _("The number; for more and less the percentage, for a ratio how many times."),
    "comparison_value": _("Of a pair: the number of the comparison group."),
    "unit": _("Of the numbers; % for percentages, × for ratios."),
    "direction": _("Of a figure without a number: higher, lower, faster, slower."),
    "points": _("Of a trend series: year, value and the comparison's value, for each year."),
    "is_suppressed": _("Whether the source withholds the number."),
    "outcome": _("What is counted."),
    "group": _("Whom the figure is about."),
    "comparison_group": _("Whom they are compared with."),
    "place": _("Where it was counted."),
    "period": _("When it was counted, in words."),
    "from_year": _("The first year of the period."),
    "to_year": _("The last year of the period."),
    "low": _("The lower end of the interval of the value."),
    "high": _("The upper end of the interval of the value."),
    "comparison_low": _("The lower end of the interval of the comparison's value."),
    "comparison_high": _("The upper end of the interval of the comparison's value."),
    "confidence": _("The level of confidence of the intervals, in percent."),
    "n": _("How many people were counted."),
    "comparison_n": _("How many of the comparison group were counted."),
    "base_value": _("The measured value that a relative figure was made from."),
    "base_comparison_value": _("The measured value of the comparison group."),
    "base_unit": _("Of the measured values of a relative figure."),
    "higher_is_better": _("Whether a higher number is the better one."),
    "definition": _("How the source counted."),
    "missing": _("Who was not counted."),
    "caveat": _("What to know about the number."),
    "sources": _("Where the number comes from; empty while that is not verified."),
}


def claim(figure) -> dict:
    """Return what a figure claims, by the names of the dictionary, in the language in force.

    Numbers are Decimals without idle zeros; what is empty is None, "" or an empty list.
    """
    found = {name: plain(getattr(figure, name)) for name in CLAIM if name not in DERIVED}
    return {name: DERIVED[name](figure) if name in DERIVED else found[name] for name in CLAIM}


def plain(value):
    """Return a value as files hold it."""
    return value.normalize() + 0 if isinstance(value, Decimal) else value


def unit(figure) -> str:
    return figure.shown_unit


def sources(figure) -> list[dict]:
    """Return each source with the names of its own fields."""
    names = ("producer", "title", "citation", "address", "published_on", "accessed_on", "licence")
    return [{name: getattr(source, name) for name in names} for source in figure.sources.all()]


def points(figure) -> list[dict]:
    """Return the values of a series, year by year."""
    return [
        {"year": p.year, "value": plain(p.value), "comparison_value": plain(p.comparison_value)}
        for p in figure.series
    ]


def name_of(term) -> str:
    return term.name if term else ""


DERIVED = {
    "unit": unit,
    "base_unit": lambda figure: figure.unit if figure.kind in RELATIVE else "",
    "points": points,
    "sources": sources,
    "outcome": lambda figure: name_of(figure.outcome),
    "group": lambda figure: name_of(figure.group),
    "comparison_group": lambda figure: name_of(figure.comparison_group),
}


def record(figure) -> dict:
    """Return a figure of a published page as data: its claim, what it says, and where it stands.

    Needs `figure.page`. In the language of the page.
    """
    page = figure.page
    with override(page.locale.language_code):
        return {
            "id": str(figure.translation_key),
            "language": page.locale.language_code,
            "statistic": page.title,
            "statement": page.statement,
            "stated_by": page.stated_by,
            "sentence": sentence(figure),
            **claim(figure),
        }


ABOUT = {
    "id": _("The figure's id, which stays for ever and is the same in every language."),
    "language": _("The language of the words."),
    "statistic": _("The title of the statistic that it belongs to."),
    "statement": _("The statement as it was published."),
    "stated_by": _("Who published the statement, where that is not its source."),
    "sentence": _("What the data say, written by this site from the values below."),
}
DICTIONARY = ABOUT | CLAIM
