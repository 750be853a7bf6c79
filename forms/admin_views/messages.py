"""The list of messages, and what staff may do about one that a robot seems to have sent."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.helpers import ButtonHelper

from core.personal import keep_private
from core.staff_screen import StaffQuestion
from forms import recording
from forms.admin_views.submissions import SubmissionIndex
from forms.models import Message

VIEW = "forms.view_message"


class MessageIndex(SubmissionIndex):
    export_permission = VIEW


class SubmissionButtons(ButtonHelper):
    """Offers to take what is suspect for a person's; `genuine` is the screen that asks."""

    genuine = None

    def get_buttons_for_obj(self, obj, **kwargs):
        buttons = super().get_buttons_for_obj(obj, **kwargs)
        return [*buttons, self.button(self.genuine, obj)] if obj.is_suspect else buttons

    def button(self, question, row):
        return self.link(question.page_title, reverse(question.address, args=[row.pk]), row)

    def link(self, label, address, row):
        return {
            "url": address,
            "label": label,
            "title": f"{label}: {row}",
            "classname": self.finalise_classname(["button-small", "button-secondary"]),
        }


class ContributionButtons(SubmissionButtons):
    """Leads to the resource besides, where there is one."""

    def get_buttons_for_obj(self, obj, **kwargs):
        buttons = super().get_buttons_for_obj(obj, **kwargs)
        if not obj.resource_id:
            return buttons
        editor = reverse("wagtailadmin_pages:edit", args=[obj.resource_id])
        return [*buttons, self.link(_("Edit the resource"), editor, obj)]


class Genuine(StaffQuestion):
    """Does what was not done because something that was sent is suspect. Abstract."""

    model = None
    part = ""  # of the address, that holds the row's number
    address = ""
    header_icon = "mail"
    page_title = _("It is genuine")
    done = _("%(row)s is no longer suspect.")

    @cached_property
    def row(self):
        return get_object_or_404(self.model, pk=self.kwargs[self.part])

    @property
    def names(self) -> dict:
        return {"row": self.row}

    def dispatch(self, *args, **kwargs):
        return keep_private(super().dispatch(*args, **kwargs))

    def act(self):
        recording.take_for_genuine(self.row)


class GenuineMessage(Genuine):
    model = Message
    part = "message_id"
    permission_required = VIEW
    address = "forms_message_genuine"
    table = "forms_message_modeladmin_index"
    back = _("Back to the messages")
    question = _("Is %(row)s a person's? Then the mails about it are sent.")


class MessageButtons(SubmissionButtons):
    genuine = GenuineMessage
