"""The addresses of these screens, below /admin/."""

from django.urls import path

from resources.figure_quotes.chooser import choose_figure


def admin_addresses() -> list:
    """Return the addresses (hook register_admin_urls)."""
    return [path("figures/choose/", choose_figure, name="resources_choose_figure")]
