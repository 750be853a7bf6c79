"""What staff may do to one mail: each asks first, and acts on POST only."""

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.log_actions import log

from core.staff_screen import StaffQuestion
from forms import log_actions
from forms.models import OutgoingMail, SuppressedAddress
from forms.outbox import by_staff, suppression


class MailQuestion(StaffQuestion):
    """A question about mail. No address is shown, only its host."""

    permission_required = "forms.change_outgoingmail"
    header_icon = "mail"
    table = "forms_outgoingmail_modeladmin_index"
    back = _("Back to the mail")
    refusals = {
        by_staff.AddressSuppressedError: _("The address gets no more mail. Nothing was done."),
        by_staff.NotAgainError: _("This mail is not stopped. Nothing was done."),
    }

    @cached_property
    def mail(self) -> OutgoingMail:
        return get_object_or_404(OutgoingMail, pk=self.kwargs["mail_id"])

    @property
    def names(self) -> dict:
        return {"purpose": self.mail.purpose_label(), "host": self.mail.recipient_host}


class TryAgain(MailQuestion):
    page_title = _("Try again")
    question = _("Send this mail now? %(purpose)s, to an address at %(host)s.")
    done = _("The mail to an address at %(host)s waits to be sent.")

    @transaction.atomic
    def act(self):
        by_staff.try_again(self.mail)
        log(self.mail, log_actions.TRY_AGAIN, user=self.request.user)


class SuppressAddress(MailQuestion):
    page_title = _("Suppress this address")
    question = _(
        "Send no more mail to this address at %(host)s? What waits for it is not sent either. "
        "Only an operator can undo this."
    )
    done = _("That address at %(host)s gets no more mail.")

    @transaction.atomic
    def act(self):
        suppression.suppress(self.mail.recipient, SuppressedAddress.Reason.STAFF)
        log(self.mail, log_actions.SUPPRESS, user=self.request.user)


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
