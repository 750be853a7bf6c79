"""The pledge and the contact form."""

from forms.models import ContactPage, PledgePage
from home.loader.data import paragraphs, read
from home.loader.pages import add_page


def load_forms(home) -> list[str]:
    """Add the form pages; return the titles of what was added."""
    data = read("forms")
    contact = data["contact"]
    contact["introduction"] = paragraphs(contact["introduction"])
    pages = [
        add_page(home, PledgePage, **data["pledge"]),
        add_page(home, ContactPage, show_in_menus=True, **contact),
    ]
    return [page.title for page, added in pages if added]
