from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from core.mail_validators import validate_header
from forms.contact_form import ContactForm
from forms.models.form_page import FormPage
from forms.privacy import about_messages
from forms.recording import record_message


class ContactPage(FormPage):
    """How to reach the coalition: its address, and a form that writes to its staff."""

    form_class = ContactForm
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    page_description = _("A form that writes to the coalition's staff.")

    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("The contact address of the coalition's settings follows it."),
    )
    mail_subject = models.CharField(
        _("subject of the mail"),
        max_length=150,
        validators=[validate_header],
        help_text=_("What the visitor reads first in their mailbox."),
    )
    mail_body = models.TextField(
        _("text of the mail"),
        help_text=_("The receipt that the visitor gets. It does not repeat the message."),
    )

    content_panels = [
        *FormPage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("action_label"),
        FormPage.keep_panel,
        FormPage.thank_you_panel,
        MultiFieldPanel(
            [FieldPanel("mail_subject"), FieldPanel("mail_body")], heading=_("Mail to the visitor")
        ),
    ]
    search_fields = [*FormPage.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    @property
    def privacy_notice(self):
        return about_messages(self)

    def accept(self, request, form):
        """Keep the message and write the mails about it."""
        record_message(self, form.cleaned_data)


class ContactMessage(models.Model):
    """What a visitor wrote to the coalition."""

    wagtail_reference_index_ignore = True  # or every editor could count them

    page = models.ForeignKey(
        ContactPage,
        verbose_name=_("contact page"),
        on_delete=models.PROTECT,
        related_name="messages",
    )
    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(_("e-mail address"))
    message = models.TextField(_("message"), max_length=5000)
    created_at = models.DateTimeField(_("received"), auto_now_add=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return _("Message %(number)s") % {"number": self.pk}
