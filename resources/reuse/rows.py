"""Figures as data, with their addresses: what every data file of this site holds."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.columns import day
from resources.figures.record import DICTIONARY as RECORD
from resources.figures.record import record

PUBLICATION = {
    "address": _("Where this site shows the figure. It stays when the figure is corrected."),
    "topics": _("What the statistic is about."),
    "published_on": _("When the statistic was first published here."),
    "updated_on": _("When it was last published."),
    "review_on": _("From when a review of the figures is due; empty where none is planned."),
    "superseded_by": _("The id of the figure that took its place; empty while it stands."),
}
DICTIONARY = RECORD | PUBLICATION


def row(figure) -> dict:
    """Return one figure as data, by the names of `DICTIONARY`. In the language of its page."""
    return record(figure) | publication(figure)


def rows(figures: Iterable) -> Iterator[dict]:
    yield from map(row, figures)


def publication(figure) -> dict:
    """Return where and when a figure was published."""
    page, successor = figure.page, figure.superseded_by
    return {
        "address": settings.SITE_URL + figure.address,
        "topics": [topic.name for topic in page.topics.all()],
        "published_on": day(page.first_published_at),
        "updated_on": day(page.last_published_at),
        "review_on": page.review_on,
        "superseded_by": str(successor.translation_key) if successor else "",
    }
