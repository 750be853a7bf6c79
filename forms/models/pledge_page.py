from django.db import models
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.search import index

from core.mail_validators import validate_header
from forms.confirm_form import CodeForm
from forms.confirm_view import confirm
from forms.models.form_page import FormPage
from forms.models.pledge import PledgeWording
from forms.personal import personal
from forms.pledge_form import PledgeForm
from forms.privacy import about_pledges
from forms.recording import record_pledge
from forms.spam import is_suspect
from forms.yours_view import yours


class PledgePage(FormPage):
    """The pledge, and the form to sign it.

    Its words are kept as `PledgeWording` each time they are published changed, so that every
    signer is bound to the words they saw. A page that somebody signed cannot be deleted.
    """

    form_class = PledgeForm
    own_page = "yours"
    thank_you_template = "forms/pledge_thank_you.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    page_description = _("A pledge that visitors sign. Each gets a mail with the words of it.")

    pledge = models.TextField(
        _("the pledge"), help_text=_("What people commit to. They see exactly these words.")
    )
    mail_note = models.CharField(
        _("note by the button"),
        max_length=255,
        blank=True,
        help_text=_("Who the email will come from."),
    )
    promise = models.CharField(
        _("promise"),
        max_length=255,
        blank=True,
        help_text=_("What the coalition promises those who want to hear from it."),
    )
    consent_text = models.CharField(
        _("consent to updates"),
        max_length=255,
        help_text=_("Shown beside a checkbox that starts unchecked."),
    )
    mail_subject = models.CharField(
        _("subject of the mail"),
        max_length=150,
        validators=[validate_header],
        help_text=_("What the signer reads first in their mailbox."),
    )
    mail_body = models.TextField(
        _("text of the mail"),
        help_text=_("An empty line begins a new paragraph. The words of the pledge follow it."),
    )

    content_panels = [
        *FormPage.content_panels,
        FieldPanel("pledge"),
        MultiFieldPanel(
            [
                FieldPanel("consent_text"),
                FieldPanel("promise"),
                FieldPanel("action_label"),
                FieldPanel("mail_note"),
                FormPage.keep_panel,
            ],
            heading=_("The form"),
        ),
        FormPage.thank_you_panel,
        MultiFieldPanel(
            [FieldPanel("mail_subject"), FieldPanel("mail_body")], heading=_("Mail to the signer")
        ),
    ]
    search_fields = [
        *FormPage.search_fields,
        index.SearchField("pledge"),
        index.SearchField("promise"),
    ]

    class Meta:
        verbose_name = _("pledge page")
        verbose_name_plural = _("pledge pages")

    @property
    def known_wordings(self):
        """Every wording that this page, or the page it mirrors, was published with."""
        pages = [pk for pk in (self.pk, self.alias_of_id) if pk]
        return PledgeWording.objects.filter(page_id__in=pages)

    @cached_property
    def current_wording(self) -> PledgeWording | None:
        """The wording that says just what the page says; None while it has not been published."""
        same = self.known_wordings.filter(pledge=self.pledge, consent=self.consent_text)
        return same.order_by("-pk").first()

    @property
    def privacy_notice(self):
        return about_pledges(self)

    def accept(self, request, form):
        """Keep the pledge, and write the mail to its signer unless a robot seems to be at work."""
        answers = dict(form.cleaned_data)
        suspect = is_suspect(request, self, answers["email"], answers.pop("trap"))
        record_pledge(self, answers, suspect)

    @path("confirm/")
    @personal
    def confirm(self, request):
        """Confirm a pledge, by the link or by the code in its mail."""
        return confirm(self, request)

    @path("yours/")
    @personal
    def yours(self, request):
        """Show a signer what is held about them, and do what they wish about it."""
        return yours(self, request)

    @path("link-sent/")
    @method_decorator(require_safe)
    def link_sent(self, request):
        """Say that a link was mailed, if there was anybody to mail it to."""
        return self.render(request, template="forms/link_sent.html")

    @path("erased/")
    @method_decorator(require_safe)
    def erased(self, request):
        """Say that somebody's data is no longer held; the same page for everyone."""
        return self.render(request, template="forms/erased.html")

    def get_context(self, request, *args, **kwargs):
        """Add the form for the code that stands on the thank-you page."""
        return {"code_form": CodeForm(page=self)} | super().get_context(request, *args, **kwargs)
