"""The report on images that nobody has described yet."""

import django_filters
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.models import ReferenceIndex

from core.models import CustomImage
from core.staff_report import StaffReport


class ImageFilters(WagtailFilterSet):
    """Which images are shown."""

    show = django_filters.ChoiceFilter(
        label=_("Show"),
        empty_label=_("all"),
        choices=[("used", _("in use")), ("unused", _("not in use"))],
        method="by_use",
    )

    class Meta:
        model = CustomImage
        fields = ["collection"]

    def by_use(self, images, name, value):
        return images.filter(uses__gt=0) if value == "used" else images.filter(uses=0)


COLUMNS = {
    "title": _("Title"),
    "collection": _("Collection"),
    "uses": _("Places where it is used"),
    "created_at": _("Uploaded"),
}


def editor_of(image) -> str:
    """Return where an image is described."""
    return reverse("wagtailimages:edit", args=[image.pk])


class ImageReport(StaffReport):
    """Images without a description, which is the alternative text where a page gives no other.

    WCAG 2.2, 1.1.1: whoever cannot see a picture is told what it shows.
    """

    model = CustomImage
    page_title = _("Images without alternative text")
    header_icon = "image"
    filterset_class = ImageFilters
    index_url_name = "core_image_report"
    index_results_url_name = "core_image_report_results"
    export_filename = "images-without-alternative-text"
    list_export = list(COLUMNS)
    export_headings = COLUMNS
    columns = [
        TitleColumn("title", label=COLUMNS["title"], get_url=editor_of),
        Column("collection", label=COLUMNS["collection"]),
        Column("uses", label=COLUMNS["uses"]),
        DateColumn("created_at", label=COLUMNS["created_at"]),
    ]

    def get_base_queryset(self):
        images = CustomImage.objects.filter(description="").select_related("collection")
        counted = images.annotate(uses=ReferenceIndex.usage_count_subquery(CustomImage))
        return counted.order_by("-created_at", "pk")

    def get_filtered_queryset(self):
        return self.get_queryset()  # which is filtered; Wagtail's report would do it twice


def admin_addresses() -> list:
    """Return the addresses of the report: the screen, and its rows for the screen's filters."""
    rows = ImageReport.as_view(results_only=True)
    return [
        path("reports/images/", ImageReport.as_view(), name=ImageReport.index_url_name),
        path("reports/images/results/", rows, name=ImageReport.index_results_url_name),
    ]
