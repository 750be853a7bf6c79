"""The menu and the sections are made from the tree: the pages right below the first page.

Both are asked for by the header, the footer and the page, so they are kept on the request.
"""

from django.db.models import Q
from django.utils.translation import get_language
from wagtail.models import Locale, Page, Site

from core.querysets import ShownQuerySet


def home_of(request) -> Page | None:
    """Return the first page in the language being read, None before a site is set up."""
    if not hasattr(request, "_home_page"):
        site = Site.find_for_request(request)
        request._home_page = site and localized(request, site.root_page)
    return request._home_page


def localized(request, page: Page) -> Page:
    """Return the page in the language being read, or as it is where it is not translated."""
    return page if is_in_language_read(request, page) else page.localized


def is_in_language_read(request, page: Page) -> bool:
    """Tell whether the page is in the language of the address."""
    if not hasattr(request, "_languages"):
        request._languages = dict(Locale.objects.values_list("pk", "language_code"))
    return request._languages[page.locale_id] == get_language()


def first_written_at(request, path: str) -> Page | None:
    """Return the page at this path of the site's first language, None where there is none."""
    site = Site.find_for_request(request)
    if not site or is_in_language_read(request, site.root_page):
        return None
    pages = ShownQuerySet(Page).filter(url_path=f"{site.root_page.url_path}{path}")
    return pages.shown().first()


def pages_below_home(request) -> list[Page]:
    """Return the pages right below the first page that readers may see, in their order."""
    if not hasattr(request, "_pages_below_home"):
        home = home_of(request)
        pages = ShownQuerySet(Page).child_of(home).shown().order_by("path") if home else []
        request._pages_below_home = list(pages)
    return request._pages_below_home


def menu_of(request) -> list[Page]:
    """Return the pages of the main menu."""
    return [page for page in pages_below_home(request) if page.show_in_menus]


def first_below_home(request, page_type: type[Page]) -> Page | None:
    """Return the first page of this type below the first page; None where there is none."""
    of_type = (page for page in pages_below_home(request) if page.specific_class is page_type)
    return next(of_type, None)


def footer_menu_of(coalition) -> list[tuple[str, Page | None, str]]:
    """Return label, page and address of each footer link that readers may follow.

    A page is given in the language being read where it is translated.
    """
    links = list(coalition.footer_links.select_related("page"))
    pages = shown_versions([link.page for link in links if link.page])
    menu = []
    for link in links:
        page = link.page and pages.get(link.page.translation_key)
        if page or link.address:
            menu.append((link.label or page.title, page, link.address))
    return menu


def shown_versions(pages: list[Page]) -> dict:
    """Return, by translation key, the version of each page that a reader should get.

    That is the one in the language being read, or else the page itself; neither where readers
    may not see it.
    """
    same = ShownQuerySet(Page).filter(translation_key__in=[page.translation_key for page in pages])
    here = Q(locale__language_code=get_language()) | Q(pk__in=[page.pk for page in pages])
    versions = same.filter(here).shown().select_related("locale")
    preferred = sorted(versions, key=lambda page: page.locale.language_code == get_language())
    return {page.translation_key: page for page in preferred}
