"""The report on what readers asked in vain: what the site lacks, or calls otherwise."""

from datetime import timedelta

import django_filters
from django.conf import settings
from django.db.models import Max, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn

from core.staff_report import StaffReport
from search.models import EmptySearch

DAYS = [7, 30, 90]
COLUMNS = {
    "words": _("Words"),
    "language": _("Language"),
    "total": _("Times"),
    "last": _("Last on"),
}


class EmptySearchFilters(WagtailFilterSet):
    """Which searches are shown."""

    days = django_filters.ChoiceFilter(
        label=_("When"),
        empty_label=_("all that are kept"),
        choices=[(days, _("in the last %(days)s days") % {"days": days}) for days in DAYS],
        method="since",
    )
    language = django_filters.ChoiceFilter(
        label=_("Language"), empty_label=_("all"), choices=settings.LANGUAGES
    )

    class Meta:
        model = EmptySearch
        fields = []

    def since(self, searches, name, value):
        return searches.filter(day__gt=timezone.localdate() - timedelta(days=int(value)))


class EmptySearchReport(StaffReport):
    """Each question that found nothing more than once, the most frequent first.

    What was asked only once may be about one person.
    """

    model = EmptySearch
    page_title = _("Searches that found nothing")
    header_icon = "search"
    filterset_class = EmptySearchFilters
    index_url_name = "search_empty_report"
    index_results_url_name = "search_empty_report_results"
    export_filename = "searches-that-found-nothing"
    list_export = list(COLUMNS)
    export_headings = COLUMNS
    columns = [
        Column("words", label=COLUMNS["words"]),
        Column("language", label=COLUMNS["language"]),
        NumberColumn("total", label=COLUMNS["total"]),
        Column("last", label=COLUMNS["last"]),
    ]

    def get_base_queryset(self):
        return EmptySearch.objects.order_by()

    def get_queryset(self):
        """Add up the days that the filters left."""
        rows = super().get_queryset().values("words", "language")
        counted = rows.annotate(total=Sum("times"), last=Max("day")).filter(total__gt=1)
        return counted.order_by("-total", "words")

    def get_filtered_queryset(self):
        return self.get_queryset()  # which is filtered; Wagtail's report would do it twice
