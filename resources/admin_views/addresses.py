"""The addresses of these screens, below /admin/."""

from django.urls import path

from resources.admin_views.report import FigureReport


def admin_addresses() -> list:
    """Return the addresses (hook register_admin_urls)."""
    return [
        path("reports/figures/", FigureReport.as_view(), name="resources_figure_report"),
        path(
            "reports/figures/results/",
            FigureReport.as_view(results_only=True),
            name="resources_figure_report_results",
        ),
    ]
