"""The pledge, the contact form, and the forms about the library."""

from forms.models import ContactPage, PledgePage, ReportPage, SuggestionPage
from home.loader.data import paragraphs, read
from home.loader.pages import add_page


def load_forms(home) -> list[str]:
    """Add the form pages; return the titles of what was added."""
    data = read("forms")
    for name in ("contact", "suggest", "report"):
        data[name]["introduction"] = paragraphs(data[name]["introduction"])
    pages = [
        add_page(home, PledgePage, **data["pledge"]),
        add_page(home, ContactPage, show_in_menus=True, **data["contact"]),
        add_page(home, SuggestionPage, **data["suggest"]),
        add_page(home, ReportPage, **data["report"]),
    ]
    return [page.title for page, added in pages if added]
