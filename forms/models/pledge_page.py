from django.db import models
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.search import index

from forms import pledge_mails, this_browser
from forms.again_view import correct_address, send_again
from forms.confirm_form import CodeForm
from forms.confirm_view import confirm
from forms.models.form_page import FormPage
from forms.models.pledge import Pledge
from forms.personal import personal
from forms.pledge_form import PledgeForm
from forms.privacy import about_pledges
from forms.recording import record_pledge
from forms.yours_view import yours


class PledgePage(FormPage):
    """The pledge, and the form to sign it.

    A page that somebody signed cannot be deleted. Several may be open at a time.
    """

    form_class = PledgeForm
    submission_class = Pledge
    merge_fields = ["title", "date", "pledge", "society", "actions"]
    own_page = "yours"
    thank_you_template = "forms/pledge_thank_you.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    page_description = _("A pledge that visitors sign. Each gets a mail with the words of it.")
    described_by = ["pledge"]

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
    goal = models.PositiveIntegerField(
        _("goal"),
        null=True,
        blank=True,
        help_text=_("How many people should commit to act. Shown with the number, if any."),
    )
    count_from = models.PositiveIntegerField(
        _("show the number from"),
        null=True,
        blank=True,
        help_text=_(
            "Readers see how many people committed to act once it is this many. "
            "Empty: they never see it."
        ),
    )

    content_panels = [
        *FormPage.content_panels,
        FieldPanel("pledge"),
        InlinePanel(
            "actions_to_tick",
            heading=_("Actions"),
            label=_("action"),
            help_text=_("Definite things that people may tick besides, or none."),
        ),
        MultiFieldPanel(
            [FieldPanel("consent_text"), FieldPanel("promise"), FieldPanel("mail_note")],
            heading=_("The form"),
        ),
        *FormPage.form_panels,
        FormPage.thank_you_panel,
        FormPage.mail_panel,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("count_from"), FieldPanel("goal")]),
                InlinePanel(
                    "earlier_counts",
                    label=_("earlier count"),
                    help_text=_("Commitments that were made elsewhere. They are shown apart."),
                ),
            ],
            heading=_("The number of commitments"),
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
    def wording_as_edited(self):
        words = super().wording_as_edited
        words.pledge, words.consent = self.pledge, self.consent_text
        actions = self.actions_to_tick.all()
        words.actions = [{"key": str(one.translation_key), "text": one.text} for one in actions]
        return words

    @property
    def count(self) -> int | None:
        """How many people committed to act, in all languages; None where it is not to be shown."""
        if self.count_from is None:
            return None
        pledges = Pledge.objects.counted().filter(page__translation_key=self.translation_key)
        count = pledges.count()
        return count if count >= self.count_from else None

    @property
    def privacy_notice(self):
        return about_pledges(self)

    def sample_mail(self):
        words = self.wording_as_edited
        ticked = "\n".join(said["key"] for said in words.actions[:2])
        sample = Pledge(
            pk=0,  # there is none, so the links lead nowhere
            page=self,
            wording=words,
            ticked=ticked,
            wants_updates=True,
            society=self.blank_form.fields["society"].queryset.first(),
            created_at=timezone.now(),
        )
        return pledge_mails.render_for(sample, "pledge")

    def record(self, answers, suspect):
        record_pledge(self, answers, suspect)

    def accept(self, request, form):
        """Let this browser ask for the mail once more, or correct the address it typed."""
        response = super().accept(request, form)
        this_browser.remember(response, self, request, form.said()["secret"])
        return response

    @path("again/")
    @personal
    def again(self, request):
        """Mail the way to confirm once more."""
        return send_again(self, request)

    @path("again/correct/")
    @personal
    def correct(self, request):
        """Take the form anew from a browser that typed a wrong address."""
        return correct_address(self, request)

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
