"""The report "Typed numbers": which numbers of published pages should be looked at."""

from django.forms import RadioSelect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from core.staff_report import StaffReport
from resources.figure_quotes.quote import figures_by_key
from resources.models import TypedNumber
from resources.number_check.remarks import RemarkKind, in_words, remarks


class RemarkFilter(WagtailFilterSet):
    """Chooses among the rows by the remark on them."""

    remark = ChoiceFilter(
        label=_("Remark"),
        choices=RemarkKind.choices,
        method="with_remark",
        widget=RadioSelect,
        empty_label=_("All"),
    )

    class Meta:
        model = TypedNumber
        fields = []

    def __init__(self, *args, remarks, **kwargs):
        super().__init__(*args, **kwargs)
        self.remarks = remarks

    def with_remark(self, rows, name, kind):
        keys = [key for key, remark in self.remarks.items() if remark.kind == kind]
        return rows.filter(pk__in=keys)


def edit_address(row) -> str:
    return reverse("wagtailadmin_pages:edit", args=[row.page_id])


class TypedNumbersReport(StaffReport):
    """Numbers that were typed, and what there is to say of them."""

    model = TypedNumber
    filterset_class = RemarkFilter
    page_title = _("Typed numbers")
    index_url_name = "resources_typed_numbers"
    index_results_url_name = "resources_typed_numbers_results"
    columns = [
        TitleColumn("title", label=_("Page"), accessor="page.title", get_url=edit_address),
        Column("text", label=_("Number")),
        Column("remark", label=_("Remark")),
        TitleColumn("figure", label=_("Figure"), get_url=lambda row: row.address),
        Column("context", label=_("Where it stands")),
    ]
    list_export = ["page.title", "text", "remark", "address", "context"]
    export_headings = {
        "page.title": _("Page"),
        "text": _("Number"),
        "remark": _("Remark"),
        "address": _("Figure"),
        "context": _("Where it stands"),
    }
    export_filename = "typed-numbers"

    @cached_property
    def remarks(self):
        return remarks()

    def get_filterset_kwargs(self):
        return {**super().get_filterset_kwargs(), "remarks": self.remarks}

    def get_queryset(self):
        rows = TypedNumber.objects.filter(pk__in=list(self.remarks)).select_related("page")
        return rows.order_by("page__title", "page_id", "pk")

    def get_table(self, object_list):
        return super().get_table(self.told(object_list))

    def decorate_paginated_queryset(self, object_list):
        return self.told(object_list) if self.is_export else object_list

    def told(self, rows) -> list[TypedNumber]:
        """Give each row its remark in words, and the figure to look at. One query for all."""
        rows = list(rows)
        keys = {key for row in rows for key in self.remarks[row.pk].figures}
        known = figures_by_key(keys)
        for row in rows:
            remark = self.remarks[row.pk]
            figures = [known[key] for key in remark.figures if key in known]
            row.remark = in_words(remark, figures)
            row.figure = str(figures[0].page.title) if figures else ""
            row.address = figures[0].address if figures else ""
        return rows
