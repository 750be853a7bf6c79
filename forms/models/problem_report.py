from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from forms.models.submission import Submission


class Problem(models.TextChoices):
    """What may be wrong with a resource."""

    BROKEN = "broken", _("The link does not work")
    OUTDATED = "outdated", _("It is out of date")
    WRONG = "wrong", _("Something in it is wrong")
    HARD = "hard", _("It is hard to read or to use")
    OTHER = "other", _("Something else")


class ProblemReportQuerySet(models.QuerySet):
    def to_do(self):
        """Those that somebody has to look at."""
        return self.filter(state=ProblemReport.State.OPEN, is_suspect=False)

    def below(self, page: Page):
        """Those about resources below a page."""
        return self.filter(resource__path__startswith=page.path)


class ProblemReport(Submission):
    """What a reader found wrong with a resource: a task for whoever keeps it. It goes with it."""

    mail_purpose = "report"

    class State(models.TextChoices):
        OPEN = "open", _("open")
        DONE = "done", _("done")

    page = models.ForeignKey(
        "forms.ReportPage",
        verbose_name=_("form"),
        on_delete=models.PROTECT,
        related_name="reports",
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    resource = models.ForeignKey(
        "resources.ResourcePage",
        verbose_name=_("resource"),
        on_delete=models.CASCADE,
        related_name="problem_reports",
    )
    problem = models.CharField(_("what is wrong"), max_length=10, choices=Problem.choices)
    message = models.TextField(_("what they wrote"), max_length=5000, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    done_at = models.DateTimeField(_("done at"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("done by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ProblemReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report of a problem")
        verbose_name_plural = _("reports of problems")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["created_at"], name="forms_report_created"),
            models.Index(fields=["state", "created_at"], name="forms_report_state"),
        ]

    def __str__(self):
        return _("Report %(number)s") % {"number": self.pk}

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    def close(self, user) -> bool:
        """Note that somebody dealt with it, unless somebody else was first; tell whether it was."""
        done = {"state": self.State.DONE, "done_at": timezone.now(), "done_by": user}
        open_still = ProblemReport.objects.filter(pk=self.pk, state=self.State.OPEN)
        return bool(open_still.update(**done))
