"""Figures, and what they and the resources are about, for search engines."""

from django.conf import settings
from django.urls import reverse

from core.sitemaps import AddressesSitemap, LanguagesSitemap
from resources.models import Figure
from resources.vocabulary.in_use import sources_with_a_page, terms_with_a_page
from resources.vocabulary.kinds import PART_OF_KIND


class FiguresSitemap(LanguagesSitemap):
    """The page of each figure that readers may see."""

    def items(self):
        shown = Figure.objects.shown().prefetch_related(None).select_related("locale")
        return shown.order_by("page__path", "sort_order")

    def location(self, figure):
        return settings.SITE_URL + figure.address

    def lastmod(self, figure):
        return figure.page.last_published_at


class SubjectsSitemap(AddressesSitemap):
    """The pages of terms and sources that show something, and the lists of them."""

    def paths(self) -> dict[str, str]:
        terms = list(terms_with_a_page())
        parts = sorted({PART_OF_KIND[term.kind] for term in terms})
        found = {f"term-{term.pk}": term.address for term in terms}
        found |= {part: reverse("terms", args=[part]) for part in parts}
        found |= {f"source-{source.pk}": source.page_address for source in sources_with_a_page()}
        return found | {"dictionary": reverse("figures_dictionary")}
