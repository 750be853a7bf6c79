"""Where staff keep the terms and the sources."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from resources.models import Source, Term


class TermViewSet(ModelViewSet):
    model = Term
    name = url_namespace = "resources_terms"
    url_prefix = "statistics/terms"
    menu_label = _("Populations, outcomes, topics, audiences")
    icon = "tag"
    # Wagtail takes "method" for the heading of what is no field.
    list_display = ["name", Column("get_kind_display", label=_("Kind")), "slug"]
    list_filter = ["kind"]
    search_fields = ["wordings__name", "former_names__name", "slug"]
    copy_view_enabled = False


class SourceViewSet(ModelViewSet):
    model = Source
    name = url_namespace = "resources_sources"
    url_prefix = "statistics/sources"
    menu_label = _("Sources")
    icon = "doc-full"
    list_display = ["producer", "title", "published_on", "accessed_on"]
    search_fields = ["producer", "title", "citation"]
    copy_view_enabled = False


class StatisticsGroup(ModelViewSetGroup):
    """What statistics are made of; the statistics themselves are pages."""

    menu_label = _("Statistics")
    menu_icon = "order"
    menu_order = 250
    items = (TermViewSet, SourceViewSet)
