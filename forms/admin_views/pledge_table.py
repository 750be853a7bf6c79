"""The buttons of a pledge: in its row of the list, and below it where it is inspected."""

from django.urls import reverse
from wagtail_modeladmin.helpers import ButtonHelper

from forms.admin_views.pledges import CHANGE, QUESTIONS


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
