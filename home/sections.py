"""The sections of the home page, each made from the page below it that holds its words."""

from core.navigation import first_below_home
from forms.models import ContactPage, PledgePage
from members.models import MemberIndexPage
from resources.models import ResourceIndexPage, StatisticIndexPage

SECTIONS = {
    "members": MemberIndexPage,
    "statistics": StatisticIndexPage,
    "pledge": PledgePage,
    "resources": ResourceIndexPage,
    "contact": ContactPage,
}


def sections_of(request) -> dict:
    """Return the page behind each section by the section's name; None where there is none."""
    pages = {name: first_below_home(request, page_type) for name, page_type in SECTIONS.items()}
    return {name: page and page.specific for name, page in pages.items()}
