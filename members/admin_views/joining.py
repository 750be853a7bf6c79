"""The screen "Add a society"."""

from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Locale

from core.permissions import ADD_SOCIETIES
from members import joining
from members.admin_views.base import ServiceScreen
from members.forms.society import DETAILS, PERIOD, SocietyForm
from members.models import MemberIndexPage


class AddSociety(ServiceScreen):
    """Makes all that belongs to a society, then opens its page. 404 without a members page."""

    permission_required = ADD_SOCIETIES
    form_class = SocietyForm
    page_title = gettext_lazy("Add a society")
    header_icon = "group"
    submit_button_label = gettext_lazy("Add the society and send the invitation")

    def setup(self, request, *args, **kwargs):
        """Find the members page in the language that societies are first written in."""
        super().setup(request, *args, **kwargs)
        self.index = get_object_or_404(MemberIndexPage, locale=Locale.get_default())

    def act(self, form):
        details, period = form.part(DETAILS), form.part(PERIOD)
        email, by = form.cleaned_data["email"], self.request.user
        society = joining.add_society(self.index, details, period, email, by)
        done = _("%(society)s was added, and %(address)s was invited to edit this page.")
        messages.success(self.request, done % {"society": society, "address": email})
        return redirect("wagtailadmin_pages:edit", society.pk)
