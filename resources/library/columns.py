"""What is told about resources as data."""

from django.utils.translation import gettext_lazy as _

from core.columns import PAGE, PUBLICATION, Column, with_host
from resources.vocabulary.kinds import TermKind

# What is read with a resource: one query each for any number of them.
PARTS = ["about__wordings", "audiences__wordings"]


def about(kind: TermKind):
    """Return a function that gives the names of a resource's terms of this kind."""
    return lambda page: [term.name for term in page.about.all() if term.kind == kind]


def field(name: str):
    return lambda page: getattr(page, name)


COLUMNS = {
    **PAGE,
    "title": Column(_("The title."), field("title")),
    "summary": Column(_("What it offers, and to whom, in our words."), field("summary")),
    "publisher": Column(_("Who published it; empty while nobody knows."), field("publisher_name")),
    "kind": Column(_("article, toolkit, webinar, dataset, guideline or handout."), field("kind")),
    "address": Column(
        _("Where it can be read, here or elsewhere; empty while nobody knows."),
        lambda page: with_host(page.link),
    ),
    "video": Column(_("Where it can be watched."), field("video")),
    "issued_on": Column(_("When its publisher published it."), field("published_on")),
    "language": Column(
        _("The language that it is in, whatever the language of the words here (ISO 639)."),
        field("language"),
    ),
    "reading_level": Column(_("plain, general or professional."), field("reading_level")),
    "access": Column(_("What readers need before they can read it."), field("access")),
    "licence": Column(_("Under which it may be used."), field("licence")),
    "topics": Column(_("The topics that it is about."), about(TermKind.TOPIC)),
    "populations": Column(_("The populations that it is about."), about(TermKind.POPULATION)),
    "audiences": Column(
        _("Whom it is for."), lambda page: [term.name for term in page.audiences.all()]
    ),
    "review_on": Column(_("From when a review is due."), field("review_on")),
    **PUBLICATION,
}
