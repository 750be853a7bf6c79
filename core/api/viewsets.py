"""The base of every endpoint: read only, JSON only, one language, declared columns and filters."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import path, re_path
from django.utils import translation
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import JSONRenderer
from wagtail.api import APIField
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet
from wagtail.models import Locale

from core.api.filters import DeclaredFilters
from core.api.pagination import BoundedPagination
from core.api.serializers import ColumnField
from core.data_response import open_to_all_sites

LONGEST_FIELDS = 500  # Wagtail reads nested ones by recursion


class AlwaysJSON(BaseContentNegotiation):
    """There is one form of each answer, whatever is asked for."""

    def select_renderer(self, request, renderers, format_suffix=None):
        return renderers[0], renderers[0].media_type


class CollectionAPIViewSet(BaseAPIViewSet):
    """A collection that readers may see.

    `columns` are all that it ever tells. A list is in the language of `?locale=`, at first
    in that of the site. What is asked in another way than declared is answered with 400.
    """

    authentication_classes = permission_classes = []  # staff get what everybody gets
    http_method_names = ["get", "head", "options"]
    renderer_classes = [JSONRenderer]
    content_negotiation_class = AlwaysJSON
    metadata_class = None
    pagination_class = BoundedPagination
    filter_backends = [DeclaredFilters]

    about = ""
    columns = {}
    filterset_class = None

    @classmethod
    def get_body_fields(cls, model):
        own = [APIField(name, ColumnField(column)) for name, column in cls.columns.items()]
        return [APIField("id"), *own]

    @classmethod
    def get_meta_fields(cls, model):
        return [APIField("type"), APIField("detail_url")]

    @classmethod
    def get_listing_default_fields(cls, model):
        return cls.get_available_fields(model)

    @classmethod
    def filters(cls) -> dict[str, str]:
        """Return the parameters by which the list can be narrowed, and what each means."""
        declared = cls.filterset_class.base_filters if cls.filterset_class else {}
        return {name: str(one.label) for name, one in declared.items()}

    @classmethod
    def get_urlpatterns(cls):
        return [
            path("", cls.as_view({"get": "listing_view"}), name="listing"),
            # No longer number fits the databases.
            re_path(r"^(?P<pk>\d{1,9})/$", cls.as_view({"get": "detail_view"}), name="detail"),
        ]

    def initial(self, request, *args, **kwargs):
        """Refuse what is not declared, and go on in the language that was asked for."""
        super().initial(request, *args, **kwargs)
        self.refuse_unknown(request.GET)
        language = request.GET.get("locale", settings.LANGUAGE_CODE)
        if not Locale.objects.filter(language_code=language).exists():
            raise BadRequestError(f"locale: there is no language {language[:20]!r} here")
        translation.activate(language)

    def refuse_unknown(self, asked) -> None:
        known = {"fields", "locale"}
        if self.action == "listing_view":
            known |= {"limit", "offset", *self.filters()}
        if unknown := sorted(asked.keys() - known):
            raise BadRequestError(f"unknown parameters: {', '.join(unknown)[:200]}")
        if any("\x00" in value for value in asked.values()):
            raise BadRequestError("null characters are not allowed")
        if len(asked.get("fields", "")) > LONGEST_FIELDS:
            raise BadRequestError(f"fields cannot be longer than {LONGEST_FIELDS} characters")

    def check_query_parameters(self, queryset):
        """Wagtail's own check knows columns only; `refuse_unknown` has been there before."""

    def options(self, request, *args, **kwargs):
        """Answer a browser that asks whether another site's page may send its request."""
        allowed = {
            "Allow": "GET, HEAD, OPTIONS",
            "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
            "Access-Control-Allow-Headers": "If-None-Match",
        }
        return HttpResponse(status=204, headers=allowed)

    def finalize_response(self, request, response, *args, **kwargs):
        return open_to_all_sites(super().finalize_response(request, response, *args, **kwargs))


class PageCollectionAPIViewSet(CollectionAPIViewSet):
    """Pages of one type. One page is told in its own language."""

    def get_queryset(self):
        shown = self.model.objects.shown().select_related("locale").order_by("pk")
        return shown.filter(locale=Locale.get_active()) if self.is_list else shown

    @property
    def is_list(self) -> bool:
        return self.action == "listing_view"

    def get_object(self):
        page = super().get_object()
        translation.activate(page.locale.language_code)
        return page
