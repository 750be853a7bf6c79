"""The home page, the languages, the site and its settings."""

from django.conf import settings
from wagtail.models import Locale, Page, Site

from core.models import CoalitionSettings, FooterLink
from core.site_address import follow_site_url
from forms.models import ReportPage
from home.loader.data import paragraphs, read
from home.loader.pages import add_page
from home.models import HomePage


def load_home() -> tuple[HomePage, list[str]]:
    """Return the home page, and its title in a list when it was added."""
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    data = read("home")
    coalition = data.pop("settings")
    for field in ("introduction", "how_it_works"):
        data[field] = paragraphs(data[field])
    make_room()
    home, added = add_page(Page.get_first_root_node(), HomePage, **data)
    load_settings(load_site_row(home), coalition)
    return home, [home.title] if added else []


def make_room() -> None:
    """Remove the welcome page that Wagtail puts into every new database."""
    Page.objects.filter(depth=2, numchild=0, content_type__model="page").delete()


def load_site_row(home: HomePage) -> Site:
    """Point the default site at the home page. Its address is configuration (SITE_URL)."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.root_page = site.root_page if site.root_page_id else home
    follow_site_url(site)
    return site


def load_settings(site: Site, coalition: dict) -> None:
    """Fill in the coalition's settings of a site that has none yet."""
    CoalitionSettings.objects.get_or_create(site=site, defaults=coalition)


def load_footer_menu(home: HomePage) -> None:
    """Put the pages below the first page into a footer menu that nobody has made yet.

    Not the one to report problems: each resource leads to it, and it says little by itself.
    """
    coalition = CoalitionSettings.objects.get(site__root_page=home)
    for number, page in enumerate(home.get_children().live().not_type(ReportPage)):
        FooterLink.objects.create(coalition=coalition, page=page, sort_order=number)
