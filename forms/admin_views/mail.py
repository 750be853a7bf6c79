"""What staff may do to one mail: each asks first, and acts on POST only."""

from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages

from core.staff_screen import StaffScreen
from forms.models import OutgoingMail, SuppressedAddress
from forms.outbox import by_staff, suppression

TABLE = "forms_outgoingmail_modeladmin_index"


class MailQuestion(StaffScreen, TemplateView):
    """Asks whether to do something about mail, and does it. No address is shown, only its host."""

    permission_required = "forms.change_outgoingmail"
    template_name = "outbox/confirm.html"
    header_icon = "mail"

    @cached_property
    def mail(self) -> OutgoingMail:
        return get_object_or_404(OutgoingMail, pk=self.kwargs["mail_id"])

    @property
    def names(self) -> dict:
        """What the texts of a question are filled in with."""
        return {"purpose": self.mail.purpose_label(), "host": self.mail.recipient_host}

    def get_context_data(self, **kwargs):
        question = self.question % self.names
        return super().get_context_data(
            question=question, button=self.page_title, table=TABLE, **kwargs
        )

    def post(self, request, **kwargs):
        try:
            self.act()
            messages.success(request, self.done % self.names)
        except by_staff.AddressSuppressedError:
            messages.error(request, _("The address gets no more mail. Nothing was done."))
        except by_staff.NotAgainError:
            messages.error(request, _("This mail is not stopped. Nothing was done."))
        return redirect(TABLE)

    def act(self):
        """Do what was asked about."""
        raise NotImplementedError


class TryAgain(MailQuestion):
    page_title = _("Try again")
    question = _("Send this mail now? %(purpose)s, to an address at %(host)s.")
    done = _("The mail to an address at %(host)s waits to be sent.")

    def act(self):
        by_staff.try_again(self.mail)


class SuppressAddress(MailQuestion):
    page_title = _("Suppress this address")
    question = _(
        "Send no more mail to this address at %(host)s? What waits for it is not sent either. "
        "Only an operator can undo this."
    )
    done = _("That address at %(host)s gets no more mail.")

    def act(self):
        suppression.suppress(self.mail.recipient, SuppressedAddress.Reason.STAFF)


class ReleaseHeld(MailQuestion):
    """For all held mail: after a restore, or when a day's cap was met for a good reason."""

    page_title = _("Release the held mail")
    done = _("The held mail waits to be sent.")
    names = {}

    @property
    def question(self):
        count = OutgoingMail.objects.held().count()
        asked = ngettext("Send %(count)s held mail now?", "Send %(count)s held mails now?", count)
        return asked % {"count": count}

    def act(self):
        by_staff.release()
