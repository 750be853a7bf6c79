from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from forms.models.message_page import MessagePage
from forms.models.question import Question
from forms.models.suggestion import Suggestion
from forms.privacy import about_suggestions
from forms.suggested import follow_up
from forms.suggestion_form import SuggestionForm


class SuggestionPage(MessagePage):
    """A form with which anybody suggests a resource. It makes a draft in the library beside it."""

    form_class = SuggestionForm
    submission_class = Suggestion
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    page_description = _("A form with which readers suggest a resource. It becomes a draft.")

    class Meta:
        verbose_name = _("page to suggest resources")
        verbose_name_plural = _("pages to suggest resources")

    @property
    def privacy_notice(self):
        return about_suggestions(self)

    def follow_up(self, submission):
        follow_up(self, submission)


class SuggestionQuestion(Question):
    page = ParentalKey(SuggestionPage, on_delete=models.CASCADE, related_name="questions")
