"""The sections of the home page, each made from the page below it that holds its words."""

from core.navigation import first_below_home, pages_below_home
from forms.models import ContactPage, PledgePage
from members.models import MemberIndexPage
from resources.models import ResourceIndexPage, StatisticIndexPage

SECTIONS = {
    "members": MemberIndexPage,
    "statistics": StatisticIndexPage,
    "resources": ResourceIndexPage,
    "contact": ContactPage,
}


def sections_of(request) -> dict:
    """Return the page behind each section by the section's name; None where there is none."""
    pages = {name: first_below_home(request, page_type) for name, page_type in SECTIONS.items()}
    sections = {name: page and page.specific for name, page in pages.items()}
    return sections | pledges_of(request)


def pledges_of(request) -> dict:
    """Return the first pledge that can be signed, or the first of all, and the others to sign."""
    keys = [page.pk for page in pages_below_home(request) if page.specific_class is PledgePage]
    found = PledgePage.objects.in_bulk(keys)
    pledges = sorted((found[key] for key in keys), key=lambda page: not page.is_open)
    others = [page for page in pledges[1:] if page.is_open]
    return {"pledge": pledges[0] if pledges else None, "other_pledges": others}
