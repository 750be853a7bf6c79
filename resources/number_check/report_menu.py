"""Where staff find the report on typed numbers (hook register_reports_menu_item)."""

from django.urls import reverse
from wagtail.admin.menu import MenuItem

from core.permissions import ADMINISTER_SOCIETIES
from resources.number_check.report import TypedNumbersReport


class ReportMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(ADMINISTER_SOCIETIES)


def report_menu_item() -> MenuItem:
    address = reverse("resources_typed_numbers")
    return ReportMenuItem(TypedNumbersReport.page_title, address, icon_name="order", order=850)
