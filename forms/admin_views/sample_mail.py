"""Sends the mail of a form page, as last saved and with sample data, to whoever edits the page."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import Button
from wagtail.models import Page

from core.staff_screen import StaffQuestion
from forms import mail_samples
from forms.models.form_page import FormPage


class SendSample(StaffQuestion):
    permission_required = "wagtailadmin.access_admin"
    header_icon = "mail"
    back = _("Back to the page")
    page_title = _("Send a test mail")
    question = _(
        "Send the mail of “%(title)s”, as it was last saved and with sample data, to %(email)s? "
        "The links in it lead nowhere."
    )
    done = _("The test mail waits to be sent to you.")

    @cached_property
    def page(self) -> FormPage:
        """The page with what is not live yet. Raises PermissionDenied for who may not edit it."""
        page = get_object_or_404(Page, pk=self.kwargs["page_id"]).specific
        if not isinstance(page, FormPage):
            raise Http404
        if not page.permissions_for_user(self.request.user).can_edit():
            raise PermissionDenied
        return page.get_latest_revision_as_object()

    @property
    def table(self):
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    @property
    def names(self) -> dict:
        return {"title": self.page.title, "email": self.request.user.email}

    def act(self):
        mail_samples.send_to(self.page, self.request.user.email)


def sample_button(page, user, view_name, next_url=None):
    """Yield the button in the header of a form page (hook register_page_header_buttons)."""
    if isinstance(page.specific_deferred, FormPage) and page.permissions_for_user(user).can_edit():
        address = reverse("forms_send_sample", args=[page.pk])
        yield Button(SendSample.page_title, address, icon_name="mail", priority=80)
