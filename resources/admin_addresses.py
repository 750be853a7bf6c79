"""The addresses of these screens, below /admin/."""

from django.urls import path

from resources.admin_views.link_report import LinkReport
from resources.admin_views.links import CheckAgain, UseNewAddress
from resources.admin_views.report import FigureReport
from resources.admin_views.resource_report import ResourceReport
from resources.figure_quotes.chooser import choose_figure
from resources.number_check.report import TypedNumbersReport

REPORTS = {
    "figure_report": ("figures", FigureReport),
    "resource_report": ("resources", ResourceReport),
    "link_report": ("links", LinkReport),
    "typed_numbers": ("typed-numbers", TypedNumbersReport),
}


def admin_addresses() -> list:
    """Return the addresses (hook register_admin_urls)."""
    choose = path("figures/choose/", choose_figure, name="resources_choose_figure")
    link = "links/<int:link_id>"
    return [
        choose,
        path(f"{link}/check/", CheckAgain.as_view(), name="resources_link_check"),
        path(f"{link}/new-address/", UseNewAddress.as_view(), name="resources_link_move"),
        *(address for name in REPORTS for address in addresses_of_report(name)),
    ]


def addresses_of_report(name: str) -> list:
    """Return the addresses of a report: the screen, and its rows for the screen's filters."""
    part, view = REPORTS[name]
    screen, rows = view.as_view(), view.as_view(results_only=True)
    return [
        path(f"reports/{part}/", screen, name=f"resources_{name}"),
        path(f"reports/{part}/results/", rows, name=f"resources_{name}_results"),
    ]
