"""The report on all figures: which lack a source, are due for review, or disagree."""

import django_filters
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from core.staff_report import StaffReport
from resources.admin_views.report_rows import row_of
from resources.models import Figure, FigureVersion, StatisticPage
from resources.models.statistic import FIGURES, PARTS

# What is read for a row: the figure, its page, and the page's other figures, to be compared.
OF_PAGE = [f"page__{part}" for part in FIGURES]
OF_SUCCESSOR = [f"superseded_by__{part}" for part in PARTS]


def live_figures():
    """Return the figures of all live pages, in the order of the pages."""
    figures = Figure.objects.filter(page__live=True).order_by("page__path", "sort_order", "pk")
    whole = figures.select_related("page__locale", "page__kept_by", "superseded_by")
    return whole.prefetch_related(*PARTS, *OF_PAGE, *OF_SUCCESSOR)


def withdrawn():
    """Return the last versions of figures of which none stands, the latest first."""
    same = {"figure_key": OuterRef("figure_key"), "language": OuterRef("language")}
    later = FigureVersion.objects.filter(number__gt=OuterRef("number"), **same)
    live = Figure.objects.filter(
        translation_key=OuterRef("figure_key"),
        locale__language_code=OuterRef("language"),
        page__live=True,
    )
    closed = FigureVersion.objects.exclude(replaced_at=None).exclude(Exists(later))
    return closed.exclude(Exists(live)).select_related("page").order_by("-replaced_at", "pk")


def disagreeing(figures):
    """Return those of pages whose statement says something else than their figures."""
    pages = StatisticPage.objects.live().prefetch_related(*FIGURES)
    found = [page.pk for page in pages if page.disagreements]
    return figures.filter(page__in=found)


# What can be asked for: its name in the address, in words, and what it does with live figures.
SHOWN = {
    "unsourced": (_("without a source"), lambda figures: figures.filter(sources=None)),
    "due": (
        _("review due"),
        lambda figures: figures.filter(page__review_on__lte=timezone.localdate()),
    ),
    "disagrees": (_("statement disagrees"), disagreeing),
    "suppressed": (_("withheld by the source"), lambda figures: figures.filter(is_suppressed=True)),
    "superseded": (_("superseded"), lambda figures: figures.exclude(superseded_by=None)),
    "withdrawn": (_("withdrawn"), lambda figures: withdrawn()),
}


class FigureFilters(WagtailFilterSet):
    """Which figures are shown."""

    show = django_filters.ChoiceFilter(
        label=_("Show"),
        empty_label=_("all that are live"),
        choices=[(name, words) for name, (words, _figures) in SHOWN.items()],
        method="of_kind",
    )

    class Meta:
        model = Figure
        fields = []

    def of_kind(self, figures, name, value):
        return SHOWN[value][1](figures)


COLUMNS = {
    "title": _("Figure"),
    "number": _("Number"),
    "page": _("Page"),
    "language": _("Language"),
    "sources": _("Sources"),
    "review_on": _("Review on"),
    "kept_by": _("Kept by"),
    "disagreement": _("Disagreement"),
    "superseded_by": _("Superseded by"),
    "replaced_at": _("Withdrawn at"),
    "address": _("Address"),
}


def editor_of(page) -> str | None:
    """Return where a page is edited, None for one that was deleted."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk]) if page else None


class FigureReport(StaffReport):
    """Figures of every section, for those who look after all of them."""

    model = Figure
    page_title = _("Figures")
    filterset_class = FigureFilters
    index_url_name = "resources_figure_report"
    index_results_url_name = "resources_figure_report_results"
    export_filename = "figures"
    list_export = list(COLUMNS)
    export_headings = COLUMNS
    columns = [
        TitleColumn("title", label=COLUMNS["title"], get_url=lambda row: editor_of(row.page)),
        *(Column(name, label=COLUMNS[name]) for name in ("number", "page", "sources")),
        Column("review_on", label=COLUMNS["review_on"]),
        Column("remarks", label=_("Remarks")),  # the export has a column for each
    ]

    def get_base_queryset(self):
        return live_figures()

    def get_filtered_queryset(self):
        return self.get_queryset()  # which is filtered; Wagtail's report would do it twice

    def get_table(self, object_list):
        return super().get_table(list(map(row_of, object_list)))

    def to_row_dict(self, item):
        return super().to_row_dict(row_of(item))
