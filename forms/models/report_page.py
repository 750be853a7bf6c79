from django.apps import apps
from django.db import models
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from modelcluster.fields import ParentalKey
from wagtail.contrib.routable_page.models import path, re_path

from forms import spam
from forms.models.message_page import MessagePage
from forms.models.problem_report import ProblemReport
from forms.models.question import Question
from forms.privacy import about_reports
from forms.report_form import ReportForm
from forms.reported import follow_up


class ReportPage(MessagePage):
    """A form with which readers say what is wrong with a resource; one address for each of them.

    `resource` is the one that the address of the request names.
    """

    form_class = ReportForm
    submission_class = ProblemReport
    resource = None
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    page_description = _("A form with which readers report a problem. Each resource links to it.")

    class Meta:
        verbose_name = _("page to report problems")
        verbose_name_plural = _("pages to report problems")

    @path("")
    @method_decorator(require_safe)
    def say_how(self, request):
        """Say where to begin, since nobody knows which resource is meant."""
        return self.render(request)

    @re_path(r"^(?P<number>[0-9]{1,18})/$")  # no more than a database takes
    def show_or_accept(self, request, number):
        """Show the form about a resource that readers can see, or take it; else it is a 404."""
        self.resource = get_object_or_404(self.resources, pk=number)
        return super().show_or_accept(request)

    @property
    def resources(self):
        return apps.get_model("resources.ResourcePage").objects.shown().beside(self)

    @property
    def privacy_notice(self):
        return about_reports(self)

    def is_suspect(self, request, typed):
        signs = [spam.too_often_about(self, self.resource), super().is_suspect(request, typed)]
        return any(signs)

    def record(self, answers, suspect):
        super().record({**answers, "resource": self.resource}, suspect)

    def follow_up(self, submission):
        follow_up(self, submission)

    def serve_preview(self, request, mode_name):
        """Show the form as it is about any resource."""
        self.resource = self.resources.first()
        if mode_name or not self.resource:
            return super().serve_preview(request, mode_name)
        return self.render_with(request, self.blank_form)


class ReportQuestion(Question):
    page = ParentalKey(ReportPage, on_delete=models.CASCADE, related_name="questions")
