"""When a figure was counted."""

from django.utils.translation import gettext as _


def period_in_words(figure) -> str:
    """Return the period as it was published, else its years; "" where neither is known."""
    known = figure.from_year or figure.to_year
    first, last = (figure.from_year, figure.to_year) if known else ends_of(figure.series)
    return figure.period or years(first, last)


def ends_of(series) -> tuple[int | None, int | None]:
    """Return the first and the last year of a series, None for both where it has no points."""
    return (series[0].year, series[-1].year) if series else (None, None)


def years(first: int | None, last: int | None) -> str:
    """Return "2015 to 2019", "2019" where it is one year, or "until 2019"."""
    if first and last and first != last:
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    if last and not first:
        return _("until %(last)s") % {"last": last}
    return str(first or "")
