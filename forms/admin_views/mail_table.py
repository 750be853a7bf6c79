"""The list of outgoing mail, and the buttons of its rows."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.helpers import ButtonHelper

from core.declared_filters import DeclaredFilters
from forms.models import OutgoingMail
from forms.purposes import STILL_SENT

LOOK = ["button-small", "button-secondary"]


def may_change(user) -> bool:
    return user.has_perm("forms.change_outgoingmail")


class MailIndex(DeclaredFilters):
    """The list, with what all of the mail comes to above it."""

    def get_context_data(self, **kwargs):
        counts = OutgoingMail.objects.counts_by_state()
        return super().get_context_data(
            counts=[(state.label, counts[state]) for state in OutgoingMail.State],
            may_release=counts["held"] and may_change(self.request.user),
            oldest_waiting=OutgoingMail.objects.oldest_waiting_since(),
            **kwargs,
        )


class MailButtons(ButtonHelper):
    def get_buttons_for_obj(self, obj, **kwargs):
        """Offer what can be done about a mail, to those who may."""
        buttons = super().get_buttons_for_obj(obj, **kwargs)
        if not may_change(self.request.user):
            return buttons
        if obj.state in OutgoingMail.RETRIABLE:
            buttons.append(self.button(obj, "forms_mail_try_again", _("Try again")))
        if obj.purpose not in STILL_SENT:
            buttons.append(self.button(obj, "forms_mail_suppress", _("Suppress this address")))
        return buttons

    def button(self, mail, address, label):
        return {
            "url": reverse(address, args=[mail.pk]),
            "label": label,
            "title": f"{label}: {mail.purpose_label()}, {mail.recipient_host}",
            "classname": self.finalise_classname(LOOK),
        }
