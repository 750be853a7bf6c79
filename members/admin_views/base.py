"""What the admin's screens about societies have in common."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages

from core.site_mail import CannotMailError
from core.staff_screen import StaffScreen

NOT_MAILED = _("The mail could not be written, so nothing was done. Please try again later.")


class ServiceScreen(StaffScreen, FormView):
    """A form for a service, which `act` calls. What the service refuses is shown as an error."""

    template_name = "wagtailadmin/generic/form.html"
    submit_button_label = ""

    def form_valid(self, form):
        try:
            return self.act(form)
        except ValidationError as error:
            form.add_errors(error)
        except CannotMailError:
            form.add_error(None, NOT_MAILED)
        return self.form_invalid(form)

    def form_invalid(self, form):
        messages.validation_error(self.request, _("Please correct the errors below."), form)
        return super().form_invalid(form)

    def act(self, form):
        """Do what the valid form says, and return where to go then."""
        raise NotImplementedError

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["action_url"] = self.request.path
        context["submit_button_label"] = self.submit_button_label
        context["submit_button_active_label"] = _("Saving…")
        context["media"] = context["form"].media
        return context
