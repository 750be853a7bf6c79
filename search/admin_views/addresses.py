"""The addresses of the staff's screens, below /admin/."""

from django.urls import path

from search.admin_views.report import EmptySearchReport


def admin_addresses() -> list:
    """Return the report's screen, and its rows for the screen's filters."""
    screen, rows = EmptySearchReport.as_view(), EmptySearchReport.as_view(results_only=True)
    return [
        path("reports/empty-searches/", screen, name="search_empty_report"),
        path("reports/empty-searches/results/", rows, name="search_empty_report_results"),
    ]
