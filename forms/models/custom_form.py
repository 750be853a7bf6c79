from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from forms.models.message_page import MessagePage
from forms.models.question import Question
from forms.site_form import SiteForm


class CustomFormPage(MessagePage):
    """A form for whatever staff want to ask: who registers, who helps, who knows."""

    form_class = SiteForm
    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = []
    page_description = _("A form with questions of your own. Staff get what people send.")

    class Meta:
        verbose_name = _("form page")
        verbose_name_plural = _("form pages")


class CustomFormQuestion(Question):
    page = ParentalKey(CustomFormPage, on_delete=models.CASCADE, related_name="questions")
