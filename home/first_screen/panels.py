"""Puts on the first screen of the admin what its reader works on."""

from wagtail.admin.ui.components import Component

from home.first_screen.contributions import ContributionsPanel, looks_after_them
from home.first_screen.work import Workplace
from members.access.who import is_limited, sections_of


class SectionPanel(Component):
    """The workplace of one section."""

    template_name = "home/admin/section_panel.html"
    order = 100

    def __init__(self, section):
        self.section = section

    def get_context_data(self, parent_context):
        return {"workplace": Workplace(self.section), "request": parent_context["request"]}


def show_workplaces(request, panels: list) -> None:
    """Replace Wagtail's panels for society editors, add to those of staff.

    (Hook construct_homepage_panels.)
    """
    if is_limited(request.user):
        panels[:] = [SectionPanel(section) for section in sections_of(request.user)]
    elif looks_after_them(request.user):
        panels.append(ContributionsPanel())
