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


class MessageButtons(ButtonHelper):
    def get_buttons_for_obj(self, obj, **kwargs):
        """Offer to take a suspect message for a person's."""
        buttons = super().get_buttons_for_obj(obj, **kwargs)
        return [*buttons, self.genuine(obj)] if obj.is_suspect else buttons

    def genuine(self, message):
        return {
            "url": reverse("forms_message_genuine", args=[message.pk]),
            "label": GenuineMessage.page_title,
            "title": f"{GenuineMessage.page_title}: {message}",
            "classname": self.finalise_classname(["button-small", "button-secondary"]),
        }


class GenuineMessage(StaffQuestion):
    """Sends the mails that were not sent because a message was suspect."""

    permission_required = VIEW
    header_icon = "mail"
    table = "forms_message_modeladmin_index"
    back = _("Back to the messages")
    page_title = _("It is genuine")
    question = _("Is %(message)s a person's? Then the mails about it are sent.")
    done = _("%(message)s is no longer suspect.")

    @cached_property
    def message(self) -> Message:
        return get_object_or_404(Message, pk=self.kwargs["message_id"])

    @property
    def names(self) -> dict:
        return {"message": self.message}

    def dispatch(self, *args, **kwargs):
        return keep_private(super().dispatch(*args, **kwargs))

    def act(self):
        recording.take_for_genuine(self.message)
