"""The list of pledges, one pledge by itself, and the buttons that both have."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from wagtail_modeladmin.helpers import ButtonHelper
from wagtail_modeladmin.views import InspectView

from core.declared_filters import DeclaredFilters
from forms.admin_views.pledges import CHANGE, QUESTIONS
from forms.export.download import FORMATS, download
from forms.export.words import filters_in_words
from forms.pledge_history import history_of

EXPORT = "forms.export_pledge"


class PledgeIndex(DeclaredFilters):
    """The list. What it shows is exported by POST, so that no link does it by accident."""

    def get_context_data(self, **kwargs):
        may_export = self.request.user.has_perm(EXPORT)
        return super().get_context_data(formats=FORMATS if may_export else [], **kwargs)

    def post(self, request, *args, **kwargs):
        """Export all rows that the filters and the search in the address leave."""
        if not request.user.has_perm(EXPORT):
            raise PermissionDenied
        wanted = request.POST.get("format")
        if wanted not in FORMATS:
            raise Http404
        return download(self.queryset, wanted, filters_in_words(self), request.user)


class PledgeInspect(InspectView):
    """One pledge, with all that happened to it."""

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
