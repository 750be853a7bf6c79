"""What staff, and the editors of a society, may do about a report of a problem."""

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from core.personal import keep_private
from core.staff_screen import StaffQuestion
from forms import log_actions
from forms.admin_views.messages import ContributionButtons, Genuine
from forms.models import ProblemReport

VIEW = "forms.view_problemreport"
TABLE = "forms_problemreport_modeladmin_index"


class GenuineReport(Genuine):
    model = ProblemReport
    part = "report_id"
    permission_required = VIEW
    address = "forms_report_genuine"
    table = TABLE
    back = _("Back to the reports of problems")
    question = _("Is %(row)s a person's? Then it is mailed to whoever keeps the resource.")


class ReportDone(StaffQuestion):
    """Closes a report, for whoever may edit the resource. It shows nothing of the reporter."""

    address = "forms_report_done"
    header_icon = "check"
    back = _("Not yet")
    page_title = _("Done")
    question = _("Is the problem with “%(title)s” dealt with?")
    done = _("Noted: the problem with “%(title)s” is dealt with.")

    @cached_property
    def report(self) -> ProblemReport:
        reports = ProblemReport.objects.select_related("resource")
        return get_object_or_404(reports, pk=self.kwargs["report_id"])

    def has_permission(self):
        return self.report.resource.permissions_for_user(self.request.user).can_edit()

    @property
    def table(self):
        return TABLE if self.request.user.has_perm(VIEW) else "wagtailadmin_home"

    @property
    def names(self) -> dict:
        return {"title": self.report.resource.title}

    def dispatch(self, *args, **kwargs):
        return keep_private(super().dispatch(*args, **kwargs))

    @transaction.atomic
    def act(self):
        if self.report.close(self.request.user):
            log(self.report, log_actions.CLOSE, user=self.request.user)


class ReportButtons(ContributionButtons):
    genuine = GenuineReport

    def get_buttons_for_obj(self, obj, **kwargs):
        """Offer to close it while it is open."""
        buttons = super().get_buttons_for_obj(obj, **kwargs)
        return [*buttons, self.button(ReportDone, obj)] if obj.is_open else buttons
