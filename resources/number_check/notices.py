"""Tells an editor, after saving, which numbers of the page could quote a figure."""

import logging

from django.utils.translation import gettext as _
from wagtail.admin import messages

from resources.figure_quotes.parts import number, words
from resources.figure_quotes.quote import figures_by_key
from resources.number_check.findings import Finding, findings_in
from resources.number_check.typed import numbers_of

MOST_NOTICES = 10  # after one save
logger = logging.getLogger(__name__)


def check_numbers(request, page) -> None:
    """Add the messages (hooks after_create_page, after_edit_page); autosave gets none.

    A check that fails says nothing, and the page stays saved.
    """
    if not request.accepts("text/html"):
        return
    try:
        notices = notices_about(page)
    except Exception:
        logger.exception("The numbers of page %s could not be checked.", page.pk)
        return
    for text, address in notices:
        see = messages.button(address, _("See the figure"), new_window=True)
        messages.warning(request, text, buttons=[see])


def notices_about(page) -> list[tuple[str, str]]:
    """Return the text of each message, and the address of the figure that it is about."""
    findings = findings_in(numbers_of(page), lambda number: page.title)
    figures = figures_by_key({finding.known.now for finding in findings})
    told = {(f.number.text, f.known): f for f in findings if f.known.now in figures}
    shown = list(told.values())[:MOST_NOTICES]
    return [notice(finding, figures[finding.known.now]) for finding in shown]


def notice(finding: Finding, figure) -> tuple[str, str]:
    names = {"number": finding.number.text, "title": figure.page.title, "now": said_by(figure)}
    return wording(finding.known.is_former) % names, figure.address


def wording(is_former: bool) -> str:
    if is_former:
        return _("This page still says %(number)s; “%(title)s” is now %(now)s.")
    return _(
        "%(number)s is also “%(title)s”: link it? Select the number and insert it with the "
        "figure button."
    )


def said_by(figure) -> str:
    """Return the number of a figure; what it says instead where it has none any more."""
    return number(figure) or words(figure)
