"""A row of the report: a figure of a live page, or the last version of one that is gone."""

from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from resources.models import FigureVersion


class FigureRow:
    """What the report says about a figure of a page."""

    replaced_at = None

    def __init__(self, figure):
        self.figure, self.page = figure, figure.page
        self.title, self.address, self.number = str(figure), figure.address, figure.in_words
        self.language = self.page.locale.language_code
        self.review_on, self.kept_by = self.page.review_on, self.page.kept_by

    @property
    def sources(self) -> str:
        """Its sources, or that it has none and why."""
        sources = [str(source) for source in self.figure.sources.all()]
        if sources:
            return "; ".join(sources)
        reason = self.figure.unsourced_reason
        return _("no source: %(reason)s") % {"reason": reason} if reason else _("no source")

    @cached_property
    def disagreement(self) -> str:
        """What its statement says otherwise, and why."""
        found = self.page.disagreements
        reason = self.page.disagreement_reason if found else ""
        return " ".join([*found, *([f"({reason})"] if reason else [])])

    @property
    def superseded_by(self) -> str:
        following = self.figure.superseded_by
        return f"{following.in_words}: {following}" if following else ""

    @property
    def remarks(self) -> str:
        """What else there is to say of it, in one cell."""
        successor = self.superseded_by and _("Superseded by %(figure)s.")
        keeper = self.kept_by and _("Kept by %(who)s.")
        words = {"figure": self.superseded_by, "who": self.kept_by}
        found = [self.disagreement, successor and successor % words, keeper and keeper % words]
        return " ".join(filter(None, found))


class GoneRow:
    """What it says about a figure that was withdrawn."""

    sources = disagreement = superseded_by = ""
    review_on = kept_by = None

    def __init__(self, version: FigureVersion):
        self.page = version.page
        self.title, self.address, self.number = version.title, version.address, version.in_words
        self.language, self.replaced_at = version.language, version.replaced_at

    @property
    def remarks(self) -> str:
        """When it was withdrawn."""
        day = self.replaced_at and date_format(localtime(self.replaced_at), "DATE_FORMAT")
        return _("Withdrawn on %(day)s.") % {"day": day} if day else ""


def row_of(found):
    """Return the row for a figure or for a version."""
    return GoneRow(found) if isinstance(found, FigureVersion) else FigureRow(found)
