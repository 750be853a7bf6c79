"""The addresses of these screens, below /admin/."""

from django.urls import path

from resources.figure_quotes.chooser import choose_figure
from resources.number_check.report import TypedNumbersReport


def admin_addresses() -> list:
    """Return the addresses (hook register_admin_urls)."""
    report = "reports/typed-numbers/"
    results = TypedNumbersReport.as_view(results_only=True)
    return [
        path("figures/choose/", choose_figure, name="resources_choose_figure"),
        path(report, TypedNumbersReport.as_view(), name="resources_typed_numbers"),
        path(f"{report}results/", results, name="resources_typed_numbers_results"),
    ]
