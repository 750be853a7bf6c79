from django.db import models
from django.utils.translation import gettext_lazy as _

from forms.models.submission import Submission


class Message(Submission):
    """What a visitor sent with the contact form, or with a form that staff made."""

    mail_purpose = "message"

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("form"),
        on_delete=models.PROTECT,
        related_name="messages",
    )
    message = models.TextField(_("message"), max_length=5000, blank=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["created_at"], name="forms_message_created")]

    def __str__(self):
        return _("Message %(number)s") % {"number": self.pk}
