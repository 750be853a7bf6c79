"""Puts the workplaces of a society's editor on the first screen of the admin."""

from wagtail.admin.ui.components import Component

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
    """Replace Wagtail's panels for society editors (hook construct_homepage_panels)."""
    if is_limited(request.user):
        panels[:] = [SectionPanel(section) for section in sections_of(request.user)]
