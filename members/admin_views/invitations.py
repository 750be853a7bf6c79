"""Sending an invitation again, and revoking it: each asks first, and acts on POST only."""

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail_modeladmin.views import CreateView

from core.site_mail import CannotMailError
from core.staff_screen import StaffQuestion
from members import invitations
from members.admin_views.base import NOT_MAILED
from members.models import Invitation


class InvitationQuestion(StaffQuestion):
    """A question about an invitation."""

    permission_required = "members.change_invitation"
    header_icon = "mail"
    table = "members_invitation_modeladmin_index"
    back = gettext_lazy("Back to the invitations")
    refusals = {
        invitations.InvitationClosedError: gettext_lazy(
            "This invitation was accepted or revoked already. Nothing was done."
        ),
        CannotMailError: NOT_MAILED,
    }

    @cached_property
    def invitation(self) -> Invitation:
        with_names = Invitation.objects.select_related("section__society__locale")
        return get_object_or_404(with_names, pk=self.kwargs["invitation_id"])

    @property
    def names(self) -> dict:
        society = self.invitation.section.society.title
        return {"address": self.invitation.email, "society": society}


class SendAgain(InvitationQuestion):
    page_title = gettext_lazy("Send again")
    question = gettext_lazy(
        "Send the invitation to edit the page of %(society)s to %(address)s once more? "
        "The link in the earlier mail stops working."
    )
    done = gettext_lazy("The invitation was sent to %(address)s again.")

    def act(self):
        invitations.send(self.invitation, self.request.user)


class Revoke(InvitationQuestion):
    page_title = gettext_lazy("Revoke")
    question = gettext_lazy(
        "Revoke the invitation of %(address)s to edit the page of %(society)s? "
        "The link in the mail stops working, and no mail is sent."
    )
    done = gettext_lazy("The invitation of %(address)s was revoked.")

    def act(self):
        invitations.revoke(self.invitation)


class InviteEditor(CreateView):
    """The form behind "Invite an editor"."""

    page_title = gettext_lazy("Invite an editor")

    def get_page_subtitle(self):
        return ""

    def get_meta_title(self):
        return self.page_title

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except CannotMailError:
            form.add_error(None, NOT_MAILED)
            return self.form_invalid(form)

    def get_success_message(self, instance):
        names = {"address": instance.email, "society": instance.section}
        return _("%(address)s was invited to edit the page of %(society)s.") % names

    def get_success_message_buttons(self, instance):
        return []

    def get_error_message(self):
        return _("The invitation was not sent.")
