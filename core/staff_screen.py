"""What the admin's screens that belong to no page have in common."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.shortcuts import redirect, resolve_url
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin


class StaffScreen(PermissionRequiredMixin, WagtailAdminTemplateMixin):
    """A screen for whoever has `permission_required`; Wagtail sends everybody else home."""

    raise_exception = True

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]


class StaffQuestion(StaffScreen, TemplateView):
    """Asks on GET whether to do something to a row, and does it on POST, by `act`.

    `question` and `done` are filled in with `names`; `table` names the address to go back to,
    `back` the words for it. `refusals` says, by the exception that `act` raises, why not.
    """

    template_name = "core/admin/question.html"
    refusals: dict[type[Exception], str] = {}

    def get_context_data(self, **kwargs):
        question = self.question % self.names
        context = {"question": question, "button": self.page_title, "back": self.back}
        back_address = resolve_url(self.table)
        return super().get_context_data(**context, back_address=back_address, **kwargs)

    def post(self, request, **kwargs):
        try:
            self.act()
            messages.success(request, self.done % self.names)
        except tuple(self.refusals) as error:
            messages.error(request, self.refusals[type(error)])
        return redirect(self.table)
