"""The sitemaps of the site, and what robots may read."""

from django.conf import settings
from django.contrib.sitemaps import views
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import override

from core.read_only import read_only
from core.sitemaps import AddressesSitemap, PagesSitemap
from resources.sitemaps import FiguresSitemap, SubjectsSitemap


class DataSitemap(AddressesSitemap):
    """The page about the data of the site."""

    def paths(self) -> dict[str, str]:
        return {"data": reverse("data")}


SECTIONS = {
    "pages": PagesSitemap,
    "figures": FiguresSitemap,
    "subjects": SubjectsSitemap,
    "data": DataSitemap,
}


def of(request) -> dict:
    return {name: section(request) for name, section in SECTIONS.items()}


@read_only
def index(request):
    """The list of sitemaps, with the host by which the site was asked."""
    return views.index(request, of(request), sitemap_url_name="sitemap")


@read_only
def section(request, section):
    """One sitemap; its parts by `?p=`."""
    return views.sitemap(request, of(request), section)


@read_only
def robots(request):
    """Where robots may go (RFC 9309): not to searches, and to lists by one choice at a time.

    A combination of choices has "&" in its address; the pages of one list are no combination.
    """
    lines = ["User-agent: *", "Disallow: /admin/", *searches()]
    # The longest line that fits wins.
    lines += ["Disallow: /*?*&", "Allow: /*?*&page=", "Disallow: /*?*&*&page=", ""]
    lines += [f"Sitemap: {request.build_absolute_uri(reverse('sitemap_index'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def searches() -> list[str]:
    """Return a line for the search page in each language."""
    lines = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            lines.append(f"Disallow: {reverse('search')}")
    return lines
