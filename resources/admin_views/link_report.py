"""The report on links: every place where one stands, by what the last checks made of it."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from core.staff_report import StaffReport
from resources.models import LinkState, LinkUse
from resources.models.link import BROKEN

# What can be asked for besides each state: its name in the address, in words, the condition.
BESIDES = {
    "broken": (_("broken: suspect or gone"), {"link__state__in": BROKEN}),
    "failing": (_("failed lately"), {"link__strikes__gt": 0}),
}


class LinkFilters(WagtailFilterSet):
    """Which links are shown."""

    show = django_filters.ChoiceFilter(
        label=_("Show"),
        empty_label=_("all"),
        choices=[*((name, words) for name, (words, _rule) in BESIDES.items()), *LinkState.choices],
        method="of_kind",
    )

    class Meta:
        model = LinkUse
        fields = []

    def of_kind(self, uses, name, value):
        _words, rule = BESIDES.get(value, ("", {"link__state": value}))
        return uses.filter(**rule)


COLUMNS = {
    "where": _("Where it stands"),
    "link.address": _("Address"),
    "link.get_state_display": _("State"),
    "link.failing_since": _("Failing since"),
    "link.last_ok_at": _("Last worked"),
    "link.checked_at": _("Last checked"),
    "link.moved_to": _("New address"),
    "link.copy_address": _("Copy in an archive"),
}


class AddressColumn(Column):
    """An address, which is one long word (static/css/admin/theme.css)."""

    def __init__(self, name, **kwargs):
        super().__init__(name, classname="address", **kwargs)


class LinkReport(StaffReport):
    """Links of every section, for those who look after all of them."""

    model = LinkUse
    page_title = _("Links to other sites")
    header_icon = "link"
    filterset_class = LinkFilters
    index_url_name = "resources_link_report"
    index_results_url_name = "resources_link_report_results"
    export_filename = "links"
    list_export = list(COLUMNS)
    export_headings = COLUMNS
    columns = [
        TitleColumn("where", label=COLUMNS["where"], get_url=lambda use: use.form),
        AddressColumn("address", label=COLUMNS["link.address"], accessor="link.address"),
        Column("state", label=COLUMNS["link.get_state_display"], accessor="link.get_state_display"),
        DateColumn("since", label=COLUMNS["link.failing_since"], accessor="link.failing_since"),
        AddressColumn("moved_to", label=COLUMNS["link.moved_to"], accessor="link.moved_to"),
        AddressColumn("copy", label=COLUMNS["link.copy_address"], accessor="link.copy_address"),
    ]

    def get_base_queryset(self):
        return LinkUse.objects.select_related("link", "page").order_by("link__address", "pk")

    def get_filtered_queryset(self):
        return self.get_queryset()  # which is filtered; Wagtail's report would do it twice
