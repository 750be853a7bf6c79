"""The public API of the site: Wagtail's router with what each app tells of its own."""

from django.http import JsonResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.api import APIField
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.serializers import PageTypeField
from wagtail.models import Locale, Page, Site

from core.api.viewsets import PageCollectionAPIViewSet
from core.columns import PAGE, PUBLICATION, Column, with_host
from core.data_response import open_to_all_sites
from core.read_only import read_only
from core.site_pages import shown_pages_of
from members.api import SocietiesAPIViewSet
from resources.api.resources import ResourcesAPIViewSet
from resources.api.statistics import StatisticsAPIViewSet
from resources.api.vocabulary import PublishersAPIViewSet, SourcesAPIViewSet, TermsAPIViewSet


class PagesAPIViewSet(PageCollectionAPIViewSet):
    """What all pages have. What one type has besides is in that type's own collection."""

    about = _("All pages of the site, each with its address. Their words are read there.")
    model = Page
    columns = {
        **PAGE,
        "description": Column(
            _("What search engines show of it."), lambda page: page.search_description
        ),
        **PUBLICATION,
    }

    @classmethod
    def get_meta_fields(cls, model):
        return [APIField("type", PageTypeField()), APIField("detail_url")]

    def get_queryset(self):
        shown = shown_pages_of(Site.find_for_request(self.request)).order_by("pk")
        return shown.filter(locale=Locale.get_active()) if self.is_list else shown


ENDPOINTS = {
    "societies": SocietiesAPIViewSet,
    "statistics": StatisticsAPIViewSet,
    "resources": ResourcesAPIViewSet,
    "terms": TermsAPIViewSet,
    "sources": SourcesAPIViewSet,
    "publishers": PublishersAPIViewSet,
    "pages": PagesAPIViewSet,
}
router = WagtailAPIRouter("api")
for name, endpoint in ENDPOINTS.items():
    router.register_endpoint(name, endpoint)


def addresses() -> dict[str, str]:
    """Return the address of each collection, by its name."""
    return {name: with_host(reverse(f"api:{name}:listing")) for name in ENDPOINTS}


@read_only
def index(request):
    """The addresses of the collections."""
    return open_to_all_sites(JsonResponse(addresses()))
