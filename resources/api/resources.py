"""The resources of the library, narrowed by the same choices as on its page."""

from django.utils.translation import gettext_lazy as _
from rest_framework.filters import BaseFilterBackend
from wagtail.api.v2.utils import BadRequestError

from core.api.viewsets import PageCollectionAPIViewSet
from resources.library.columns import COLUMNS, PARTS
from resources.library.facets import narrowed
from resources.library.reading import read
from resources.library.ways import ways_of
from resources.models import ResourcePage


class LibraryFilter(BaseFilterBackend):
    """Raises BadRequestError for a choice that the library does not have."""

    def filter_queryset(self, request, queryset, view):
        ways = ways_of([])
        wanted = {name: request.GET[name] for name in view.filters() if name in request.GET}
        asked = read(wanted, ways)
        if asked.unknown:
            raise BadRequestError("; ".join(f"{name}: not a choice" for name in asked.unknown))
        return narrowed(queryset, ways, asked.choices)


class ResourcesAPIViewSet(PageCollectionAPIViewSet):
    about = _("Resources of the library, by the members and by others.")
    model = ResourcePage
    columns = COLUMNS
    filter_backends = [LibraryFilter]

    @classmethod
    def filters(cls):
        """All ways of the library but its shelves, which are how one page is laid out."""
        return {way.name: str(way.label) for way in ways_of([]) if way.name != "shelf"}

    def get_queryset(self):
        shown = super().get_queryset().select_related("locale", "document", "publisher")
        return shown.prefetch_related(*PARTS)
