from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from forms.contact_form import ContactForm
from forms.models.message_page import MessagePage
from forms.models.question import Question


class ContactPage(MessagePage):
    """How to reach the coalition: its address, and a form that writes to its staff."""

    form_class = ContactForm
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    page_description = _("A form that writes to the coalition's staff.")

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")


class ContactQuestion(Question):
    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="questions")
