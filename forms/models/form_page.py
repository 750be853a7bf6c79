from http import HTTPMethod

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from core.models import BasePage
from core.responses import SeeOther
from forms.privacy import PrivacyNotice

MOST_MONTHS = 600
KEEP_HELP = _("What is older is deleted by itself; only counts stay. Readers are told how long.")


class FormPage(RoutablePageMixin, BasePage):
    """A page with a form. A good post is accepted once and answered with the thank-you page.

    A subclass names its `form_class` and says in `accept` what is written; the thank-you page
    is the same for everyone, so it tells nobody what was known before. `own_page` names the route
    where people see what is held about them, where there is one.
    """

    form_class = None
    own_page = ""
    thank_you_template = "forms/thank_you.html"
    allowed_http_methods = [*BasePage.allowed_http_methods, HTTPMethod.POST]

    action_label = models.CharField(
        _("words on the button"), max_length=60, help_text=_("Say what pressing it does.")
    )
    thank_you_heading = models.CharField(
        _("heading of the thank-you page"),
        max_length=255,
        help_text=_("The large line that visitors see once they have sent the form."),
    )
    thank_you_text = models.TextField(
        _("text of the thank-you page"),
        blank=True,
        help_text=_("What happens next. Everybody sees the same words."),
    )

    keep_months = models.PositiveSmallIntegerField(
        _("months to keep what was sent"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_MONTHS)],
        help_text=KEEP_HELP,
    )

    keep_panel = FieldPanel(
        "keep_months",
        help_text=format_lazy(
            "{help} {default}",
            help=KEEP_HELP,
            default=format_lazy(
                _("Leave it empty to keep it for {months} months."),
                months=settings.FORM_KEEP_MONTHS,
            ),
        ),
    )
    thank_you_panel = MultiFieldPanel(
        [FieldPanel("thank_you_heading"), FieldPanel("thank_you_text")],
        heading=_("Thank-you page"),
    )
    preview_modes = [("", _("Form")), ("thank-you", _("Thank-you page"))]

    class Meta:
        abstract = True

    @path("")
    def show_or_accept(self, request):
        """Show the form; accept a good post, and give a bad one back with its errors."""
        if request.method != HTTPMethod.POST:
            return self.render(request)
        form = self.form_class(request.POST, page=self)
        if not form.is_valid():
            return self.render(request, context_overrides={"form": form}, status=422)
        self.accept(request, form)
        return SeeOther(self.get_url(request) + self.reverse_subpage("thank_you"))

    @path("thank-you/")
    @method_decorator(require_safe)
    def thank_you(self, request):
        """Thank the visitor."""
        return self.render(request, template=self.thank_you_template)

    def render(self, request, *args, status=200, **kwargs):
        response = super().render(request, *args, **kwargs)
        response.status_code = status
        return response

    def get_context(self, request, *args, **kwargs):
        return {"form": self.blank_form} | super().get_context(request, *args, **kwargs)

    @property
    def kept_months(self) -> int:
        """For how many months what was sent by this form is kept."""
        return self.keep_months or settings.FORM_KEEP_MONTHS

    @property
    def privacy_notice(self) -> PrivacyNotice:
        """What stands by the form about what becomes of what is sent."""
        raise NotImplementedError

    @property
    def blank_form(self):
        """The form before anybody has typed into it."""
        return self.form_class(page=self)

    def accept(self, request, form):
        """Write what a valid form says, and the mail it causes, in one transaction."""
        raise NotImplementedError

    def serve_preview(self, request, mode_name):
        if mode_name == "thank-you":
            return TemplateResponse(request, self.thank_you_template, self.get_context(request))
        return super().serve_preview(request, mode_name)
