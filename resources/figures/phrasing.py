"""Which sentence a figure's data make."""

from resources.figures.kinds import WITHOUT_NUMBER, FigureKind


def form_of(figure, parts: dict) -> str | None:
    """Return the form of `phrases.PHRASES`, None where a plainer line has to do."""
    if figure.is_suppressed:
        return "withheld beside" if parts["other"] else "withheld"
    if figure.kind in WITHOUT_NUMBER:
        return figure.direction or None
    if figure.kind == FigureKind.SERIES:
        return series_form(parts)
    return measured_form(figure, parts)


def series_form(parts: dict) -> str | None:
    if not parts["change"]:
        return None
    return "changes" if parts["other_change"] and parts["comparison"] else "change"


def measured_form(figure, parts: dict) -> str | None:
    """A pair says its numbers as shares where each is one that can be counted."""
    if figure.kind == FigureKind.SHARE:
        return "counted share" if parts["frequency"] else "share"
    if figure.kind != FigureKind.PAIR:
        return figure.kind
    return pair_form(figure, parts)


def pair_form(figure, parts: dict) -> str | None:
    if not parts["other"]:
        return None
    if figure.unit != "%":
        return "rates"
    return "counted shares" if parts["frequency"] and parts["other_frequency"] else "shares"
