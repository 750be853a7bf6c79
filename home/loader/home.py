"""The home page, the languages, the site and its settings."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Locale, Page, Site

from core.models import CoalitionSettings
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
    return follow_site_url(site)


def follow_site_url(site: Site) -> Site:
    """Give a site the host name and port of SITE_URL."""
    address = urlsplit(settings.SITE_URL)
    site.hostname = address.hostname
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.save()
    return site


def load_settings(site: Site, coalition: dict) -> None:
    CoalitionSettings.objects.get_or_create(site=site, defaults=coalition)
