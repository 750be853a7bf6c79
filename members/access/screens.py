"""What the admin's frame offers to those who are limited: their first screen, and no more."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from members.access.who import is_limited


def limit_menu(request, menu_items: list) -> None:
    """Leave one entry in the main menu (hook construct_main_menu)."""
    if is_limited(request.user):
        menu_items[:] = [MenuItem(_("My society"), reverse("wagtailadmin_home"), icon_name="home")]


def limit_search(request, search_areas: list) -> None:
    """Leave nothing to search (hook construct_search)."""
    if is_limited(request.user):
        search_areas.clear()


def limit_summary(request, items: list) -> None:
    """Leave no counts of the whole site (hook construct_homepage_summary_items)."""
    if is_limited(request.user):
        items.clear()
