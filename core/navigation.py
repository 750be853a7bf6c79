"""The menu is made from the tree: the children of the first page that staff show in menus.

Both answers are kept on the request, because the header, the footer and the page ask.
"""

from wagtail.models import Page, Site


def home_of(request) -> Page | None:
    """Return the first page in the language being read, None before a site is set up."""
    if not hasattr(request, "_home_page"):
        site = Site.find_for_request(request)
        request._home_page = site.root_page.localized if site else None
    return request._home_page


def menu_of(request) -> list[Page]:
    """Return the pages of the main menu, in the order of the tree."""
    if not hasattr(request, "_menu"):
        home = home_of(request)
        request._menu = list(home.get_children().live().public().in_menu()) if home else []
    return request._menu
