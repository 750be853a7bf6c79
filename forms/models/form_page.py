from http import HTTPMethod

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from core.mail_validators import validate_header
from core.models import BasePage
from core.responses import SeeOther
from core.search_kinds import SearchKind
from forms import mail_samples, merge, spam
from forms.merge_panel import MergeFieldsPanel
from forms.models.wording import Wording
from forms.privacy import PrivacyNotice
from forms.questions import as_data

MOST_MONTHS = 600
KEEP_HELP = _("What is older is deleted by itself; only counts stay. Readers are told how long.")


class FormPage(RoutablePageMixin, BasePage):
    """A page with a form. A good post is accepted once and answered with the thank-you page.

    A subclass names its form, what it is kept as, and its merge fields, and says in `record` what
    is written; the thank-you page is the same for everyone, so it tells nobody what was known
    before. What the form says and asks is kept as a `Wording` when it is published changed.
    `own_page` names the route where people see what is held about them, where there is one.
    """

    form_class = None
    submission_class = None
    merge_fields: list[str] = []
    own_page = ""
    thank_you_template = "forms/thank_you.html"
    search_kind = SearchKind.FORM
    allowed_http_methods = [*BasePage.allowed_http_methods, HTTPMethod.POST]

    action_label = models.CharField(
        _("words on the button"), max_length=60, help_text=_("Say what pressing it does.")
    )
    opens_on = models.DateField(
        _("opens on"),
        null=True,
        blank=True,
        help_text=_("The first day on which the form can be sent. Empty: once it is published."),
    )
    closes_on = models.DateField(
        _("closes on"),
        null=True,
        blank=True,
        help_text=_("The last day on which the form can be sent. Empty: it stays open."),
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
    mail_subject = models.CharField(
        _("subject of the mail"),
        max_length=150,
        validators=[validate_header],
        help_text=_("What people read first in their mailbox."),
    )
    mail_body = models.TextField(
        _("text of the mail"),
        help_text=_("An empty line begins a new paragraph. Nothing that was typed is repeated."),
    )

    keep_months = models.PositiveSmallIntegerField(
        _("months to keep what was sent"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_MONTHS)],
        help_text=KEEP_HELP,
    )

    form_panels = [
        InlinePanel(
            "questions",
            heading=_("Questions"),
            label=_("question"),
            help_text=_(
                "Asked besides name and address. What was answered is kept, and shown in the list "
                "and the export, when a question is changed or removed."
            ),
        ),
        FieldPanel("action_label"),
        FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on")], heading=_("Open")),
        FieldPanel(
            "keep_months",
            help_text=format_lazy(
                "{help} {default}",
                help=KEEP_HELP,
                default=format_lazy(
                    _("Leave it empty to keep it for {months} months."),
                    months=settings.FORM_KEEP_MONTHS,
                ),
            ),
        ),
    ]
    thank_you_panel = MultiFieldPanel(
        [FieldPanel("thank_you_heading"), FieldPanel("thank_you_text")],
        heading=_("Thank-you page"),
    )
    mail_panel = MultiFieldPanel(
        [FieldPanel("mail_subject"), FieldPanel("mail_body"), MergeFieldsPanel()],
        heading=_("Mail to whoever sends the form"),
    )
    preview_modes = [
        ("", _("Form")),
        ("thank-you", _("Thank-you page")),
        ("mail", _("Mail, with sample data")),
    ]

    class Meta:
        abstract = True

    def clean(self):
        """Raise ValidationError for dates that cannot be, and for unknown merge fields."""
        super().clean()
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            raise ValidationError({"closes_on": _("It cannot close before it opens.")})
        for name in ("mail_subject", "mail_body"):
            try:
                merge.check(getattr(self, name), self.merge_fields)
            except ValidationError as error:
                raise ValidationError({name: error}) from None

    @path("")
    def show_or_accept(self, request):
        """Show the form; accept a good post, and give a bad one back with its errors."""
        if request.method != HTTPMethod.POST:
            return self.render_with(request, self.blank_form)
        if not self.is_open:
            return self.render_with(request, self.blank_form, status=422)
        form = self.form_class(request.POST, page=self)
        if not form.is_valid():
            return self.render_with(request, form, status=422)
        return self.accept(request, form)

    @path("thank-you/")
    @method_decorator(require_safe)
    def thank_you(self, request):
        """Thank the visitor."""
        return self.render(request, template=self.thank_you_template)

    def accept(self, request, form):
        """Record what a valid form says, and answer with the way to the thank-you page.

        What a robot seems to have sent is kept without a mail. The visitor sees no difference.
        """
        self.record(form.said(), self.is_suspect(request, form.cleaned_data))
        return self.to_thank_you(request)

    def is_suspect(self, request, typed: dict) -> bool:
        """Tell whether a robot seems to have sent what was typed."""
        return spam.is_suspect(request, self, typed)

    def to_thank_you(self, request):
        return SeeOther(self.get_url(request) + self.reverse_subpage("thank_you"))

    def record(self, answers: dict, suspect: bool):
        """Write what a form says, and the mail it causes, in one transaction."""
        raise NotImplementedError

    def sample_mail(self):
        """Render the mail to whoever sends the form, with sample data."""
        raise NotImplementedError

    def render(self, request, *args, status=200, **kwargs):
        response = super().render(request, *args, **kwargs)
        response.status_code = status
        return response

    def render_with(self, request, form, **kwargs):
        return self.render(request, context_overrides={"form": form}, **kwargs)

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

    @property
    def opens_later(self) -> bool:
        return bool(self.opens_on and timezone.localdate() < self.opens_on)

    @property
    def is_over(self) -> bool:
        return bool(self.closes_on and timezone.localdate() > self.closes_on)

    @property
    def is_open(self) -> bool:
        """Whether the form can be sent today."""
        return not (self.opens_later or self.is_over)

    @property
    def known_wordings(self):
        """Every wording that this page, or the page it mirrors, was published with."""
        pages = [pk for pk in (self.pk, self.alias_of_id) if pk]
        return Wording.objects.filter(page__in=pages)

    @cached_property
    def current_wording(self) -> Wording | None:
        """The wording that says just what the page says; None while it has not been published."""
        last = self.known_wordings.order_by("-pk").first()
        if self.alias_of_id:  # it says what its original says, under keys of its own
            return last
        return last if last and last.says() == self.wording_as_edited.says() else None

    @property
    def wording_as_edited(self) -> Wording:
        """What the page says and asks, not saved."""
        return Wording(questions=[as_data(question) for question in self.questions.all()])

    def serve_preview(self, request, mode_name):
        if mode_name == "thank-you":
            return self.render(request, template=self.thank_you_template)
        if mode_name == "mail":
            return mail_samples.preview(self)
        return super().serve_preview(request, mode_name)
