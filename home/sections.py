"""The sections of the home page, each made from the page below it that holds its words."""

from functools import cached_property

from forms.models import ContactPage, PledgePage
from members.models import MemberIndexPage
from resources.models import ResourceIndexPage, StatisticIndexPage


class Sections:
    """Looks up each section's page when the template asks for it; None where there is none."""

    def __init__(self, home):
        self.home = home

    def first(self, page_type):
        """Return the first page of this type below the home page that readers may see."""
        return page_type.objects.child_of(self.home).live().public().first()

    @cached_property
    def members(self) -> MemberIndexPage | None:
        return self.first(MemberIndexPage)

    @cached_property
    def statistics(self) -> StatisticIndexPage | None:
        return self.first(StatisticIndexPage)

    @cached_property
    def pledge(self) -> PledgePage | None:
        return self.first(PledgePage)

    @cached_property
    def resources(self) -> ResourceIndexPage | None:
        return self.first(ResourceIndexPage)

    @cached_property
    def contact(self) -> ContactPage | None:
        return self.first(ContactPage)
