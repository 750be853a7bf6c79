"""Sitemaps: each address with its date and its other languages (sitemaps.org, hreflang)."""

from collections import defaultdict
from typing import NamedTuple

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.utils.translation import override
from wagtail.models import Site

from core.site_pages import languages_of, shown_pages_of

ADDRESSES_OF_A_FILE = 5_000  # the protocol allows 50,000; files this small are made at once


class LanguagesSitemap(Sitemap):
    """A sitemap of what stands in several languages, by its translation key.

    A subclass says what `items` there are, as a queryset, and where each is (`location`).
    """

    limit = ADDRESSES_OF_A_FILE

    def __init__(self, request):
        self.request = request

    def _urls(self, page, protocol, domain):
        """Return what Django's template writes; its own way asks for each item in each language."""
        items = list(self.paginator.page(page).object_list)
        versions = defaultdict(list)
        for item in self.all_versions(items):
            versions[item.translation_key].append(item)
        entries = [self.entry(item, versions[item.translation_key]) for item in items]
        dates = [entry["lastmod"] for entry in entries if entry["lastmod"]]
        self.latest_lastmod = max(dates, default=None)
        return entries

    def all_versions(self, items):
        """Return the items of all languages that are the same as one of these."""
        return self.items().filter(translation_key__in={item.translation_key for item in items})

    def entry(self, item, versions: list) -> dict:
        several = versions if len(versions) > 1 else []
        first = [one for one in several if self.language_of(one) == settings.LANGUAGE_CODE]
        alternates = [self.alternate(one, self.language_of(one)) for one in several]
        alternates += [self.alternate(one, "x-default") for one in first]
        location, lastmod = self.location(item), self.lastmod(item)
        return {"location": location, "lastmod": lastmod, "alternates": alternates}

    def alternate(self, item, language: str) -> dict:
        return {"location": self.location(item), "lang_code": language}

    def language_of(self, item) -> str:
        return item.locale.language_code

    def lastmod(self, item):
        return None


class PagesSitemap(LanguagesSitemap):
    """All pages of the site that is asked for which readers may see."""

    def items(self):
        return shown_pages_of(Site.find_for_request(self.request))

    def location(self, page):
        return page.get_full_url(self.request)

    def lastmod(self, page):
        return page.last_published_at


class Address(NamedTuple):
    """An address that is no page's; those of the same key are the same in other languages."""

    translation_key: str
    language: str
    path: str


class AddressesSitemap(LanguagesSitemap):
    """What the site answers itself, in each language that it is published in.

    A subclass returns by `paths` the addresses in the language in force, by what they are.
    """

    def items(self):
        found = []
        for language in languages_of(self.site):
            with override(language):
                found += [Address(key, language, path) for key, path in self.paths().items()]
        return found

    def all_versions(self, items):
        return self.items()

    @property
    def site(self) -> Site | None:
        return Site.find_for_request(self.request)

    def location(self, address):
        return (self.site.root_url if self.site else "") + address.path

    def language_of(self, address) -> str:
        return address.language
