"""The screen "This society leaves"."""

from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Page

from core.permissions import ADMINISTER_SOCIETIES
from members import joining
from members.admin_views.base import ServiceScreen
from members.forms.society import LeavingForm
from members.models import Section


class SocietyLeaves(ServiceScreen):
    """Records that the society of a page leaves. 404 for a page that is no society's."""

    permission_required = ADMINISTER_SOCIETIES
    form_class = LeavingForm
    template_name = "members/admin/leave.html"
    header_icon = "logout"
    submit_button_label = gettext_lazy("End the membership")

    @cached_property
    def section(self) -> Section:
        page = get_object_or_404(Page, pk=self.kwargs["page_id"])
        return get_object_or_404(Section.objects.of(page).select_related("society"))

    def get_page_title(self):
        return _("%(society)s leaves the coalition") % {"society": self.section.society}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            editors=self.section.editors, open=self.section.invitations.open().count(), **kwargs
        )

    def act(self, form):
        answers, society = form.cleaned_data, self.section.society
        joining.leave(self.section, answers["last_day"], answers["source"])
        messages.success(
            self.request, _("The membership of %(society)s has ended.") % {"society": society}
        )
        return redirect("wagtailadmin_pages:edit", society.pk)
