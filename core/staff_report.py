"""What the reports for staff have in common."""

from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView

from core.permissions import ADMINISTER_SOCIETIES
from core.spreadsheets import harmless


class StaffReport(ReportView):
    """Names pages of every section, so it is for those who look after all of them."""

    permission_required = ADMINISTER_SOCIETIES
    header_icon = "order"

    def user_has_permission(self, permission):
        return self.request.user.has_perm(permission)

    def preprocess_field_value(self, field, value, export_format):
        """Return a cell: nothing for what is not there, and no formula."""
        ready = super().preprocess_field_value(field, value, export_format)
        if value is None:
            return ""
        return harmless(ready) if isinstance(ready, str) else ready


class StaffReportItem(MenuItem):
    """The entry of a report among the reports."""

    def is_shown(self, request):
        return request.user.has_perm(ADMINISTER_SOCIETIES)


def item_of(report: type[StaffReport]) -> MenuItem:
    """Return the entry of a report in the menu (hook register_reports_menu_item)."""
    address = reverse(report.index_url_name)
    return StaffReportItem(report.page_title, address, icon_name=report.header_icon, order=850)
