"""The report on all resources: what each lacks, which links work, and which are due for review."""

import django_filters
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Length, Substr
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.models import Page

from core.staff_report import StaffReport
from resources.library.lacking import LACKS, without
from resources.models import LinkState, ResourcePage

# What can be asked for besides: its name in the address, in words, and what it does.
SHOWN = {
    "due": (
        _("review due"),
        lambda resources: resources.filter(review_on__lte=timezone.localdate()),
    ),
    "unlisted": (
        _("publisher not in the list"),
        lambda resources: resources.filter(publisher=None).exclude(other_publisher=""),
    ),
}


class ResourceFilters(WagtailFilterSet):
    """Which resources are shown."""

    lacks = django_filters.ChoiceFilter(
        label=_("Lacks"),
        choices=[(name, words) for name, (words, _fields) in LACKS.items()],
        method="that_lack",
    )
    links_out__link__state = django_filters.ChoiceFilter(
        label=_("Link"), choices=LinkState.choices, distinct=True
    )
    show = django_filters.ChoiceFilter(
        label=_("Show"),
        empty_label=_("all that are live"),
        choices=[(name, words) for name, (words, _resources) in SHOWN.items()],
        method="of_kind",
    )

    class Meta:
        model = ResourcePage
        fields = []

    def that_lack(self, resources, name, value):
        return without(resources, value)

    def of_kind(self, resources, name, value):
        return SHOWN[value][1](resources)


COLUMNS = {
    "title": _("Resource"),
    "publisher_name": _("Publisher"),
    "section": _("Section"),
    "lacks": _("Lacks"),
    "link_states": _("Links"),
    "review_on": _("Review on"),
    "kept_by": _("Kept by"),
    "last_published_at": _("Last published"),
    "address": _("Address"),
}


SHORT = ["publisher_name", "section", "lacks", "link_states"]


def section():
    """Return the title of the page above each resource: a society, or the library itself."""
    above = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen)
    return Subquery(Page.objects.filter(path=above).values("title")[:1])


def editor_of(resource) -> str:
    return reverse("wagtailadmin_pages:edit", args=[resource.pk])


class ResourceReport(StaffReport):
    """Resources of every section, for those who look after all of them."""

    model = ResourcePage
    page_title = _("Resources")
    header_icon = "folder-open-inverse"
    filterset_class = ResourceFilters
    index_url_name = "resources_resource_report"
    index_results_url_name = "resources_resource_report_results"
    export_filename = "resources"
    list_export = list(COLUMNS)
    export_headings = COLUMNS
    columns = [
        TitleColumn("title", label=COLUMNS["title"], get_url=editor_of),
        *(Column(name, label=COLUMNS[name]) for name in SHORT),
        Column("review_on", label=COLUMNS["review_on"]),
        Column("kept_by", label=COLUMNS["kept_by"]),
    ]

    def get_base_queryset(self):
        resources = ResourcePage.objects.live().annotate(section=section()).order_by("path")
        whole = resources.select_related("publisher", "document", "kept_by")
        return whole.prefetch_related("about", "audiences", "links_out__link")

    def get_filtered_queryset(self):
        return self.get_queryset()  # which is filtered; Wagtail's report would do it twice
