from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.rich_text import SENTENCES, WordsField
from forms import mails
from forms.models.form_page import FormPage
from forms.models.message import Message
from forms.privacy import about_messages
from forms.recording import record_message


class MessagePage(FormPage):
    """A page with a form that writes to the coalition's staff. Abstract."""

    merge_fields = ["title", "date"]
    submission_class = Message

    introduction = WordsField(
        _("introduction"),
        blank=True,
        features=SENTENCES,
        help_text=_("A paragraph above the form. On a contact page the contact address follows."),
    )

    content_panels = [
        *FormPage.content_panels,
        FieldPanel("introduction"),
        *FormPage.form_panels,
        FormPage.thank_you_panel,
        FormPage.mail_panel,
    ]
    search_fields = [*FormPage.search_fields, index.SearchField("introduction")]

    class Meta:
        abstract = True

    @property
    def privacy_notice(self):
        return about_messages(self)

    def sample_mail(self):
        return mails.receipt(self, Message(page=self, created_at=timezone.now()))

    def record(self, answers, suspect):
        record_message(self, answers, suspect)

    def follow_up(self, submission):
        """Do what a genuine submission is for, within the transaction that keeps it."""
        mails.pass_message_on(self, submission)
        mails.confirm_message(self, submission)
