"""The list of pledges, one pledge by itself, and the buttons that both have."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.helpers import ButtonHelper

from forms import answers
from forms.admin_views.pledges import CHANGE, QUESTIONS
from forms.admin_views.submissions import SubmissionIndex, SubmissionInspect
from forms.export.ranges import ranges_of
from forms.export.words import filters_in_words
from forms.models import PledgeExport
from forms.pledge_history import history_of


class PledgeIndex(SubmissionIndex):
    """The list. Each export is recorded before its first byte."""

    export_permission = "forms.export_pledge"

    def record(self, format, numbers):
        PledgeExport.objects.create(
            user=self.request.user,
            format=format,
            filters=filters_in_words(self),
            row_count=len(numbers),
            row_numbers=ranges_of(numbers),
        )


class PledgeInspect(SubmissionInspect):
    """One pledge, with all that happened to it."""

    def get_fields_dict(self):
        ticked = "; ".join(answers.actions(self.instance))
        return [*super().get_fields_dict(), {"label": _("actions"), "value": ticked or "–"}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(history=history_of(self.instance), **kwargs)


class PledgeButtons(ButtonHelper):
    def get_buttons_for_obj(self, obj, **kwargs):
        """Offer what can be done about a pledge, to those who may; nothing once it is erased."""
        buttons = super().get_buttons_for_obj(obj, **kwargs)
        if obj.erased_at or not self.request.user.has_perm(CHANGE):
            return buttons
        fitting = [question for question in QUESTIONS if question.fits(obj)]
        return [*buttons, *(self.button(obj, question) for question in fitting)]

    def button(self, pledge, question):
        return {
            "url": reverse(question.address, args=[pledge.pk]),
            "label": question.page_title,
            "title": f"{question.page_title}: {pledge}",
            "classname": self.finalise_classname(["button-small", *question.button_classes]),
        }
