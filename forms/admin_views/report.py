"""The report on pledges: how many in each week, and how far signers get by their mail's domain."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem

from core.staff_screen import StaffScreen
from forms.funnel import FEW, MONTHS, reach_by_domain
from forms.models import Pledge, PledgePage
from forms.weeks import Chart, confirmed_by_week

VIEW = "forms.view_pledge"


class PledgeReport(StaffScreen, TemplateView):
    """Weeks of all pages, or of the one that `?page=` names; the funnel is of all pages."""

    permission_required = VIEW
    template_name = "forms/admin/pledge_report.html"
    page_title = _("Report on pledges")
    header_icon = "form"

    def get_context_data(self, **kwargs):
        pages = list(PledgePage.objects.order_by("title"))
        chosen = chosen_from(pages, self.request.GET.get("page", ""))
        pledges = Pledge.objects.filter(page=chosen) if chosen else Pledge.objects.all()
        return super().get_context_data(
            chart=Chart(confirmed_by_week(pledges)),
            pages=pages,
            chosen=chosen,
            domains=reach_by_domain(),
            few=FEW,
            months=MONTHS,
            **kwargs,
        )


def chosen_from(pages: list, number: str) -> PledgePage | None:
    """Return the page of this number, None for no number. Raises Http404."""
    chosen = next((page for page in pages if str(page.pk) == number), None)
    if number and not chosen:
        raise Http404
    return chosen


class ReportMenuItem(MenuItem):
    """The entry "Report on pledges" in the menu."""

    def __init__(self, order: int):
        label, address = PledgeReport.page_title, reverse("forms_pledge_report")
        super().__init__(label, address, icon_name="form", order=order)

    def is_shown(self, request):
        return request.user.has_perm(VIEW)
