"""What staff type to invite an editor."""

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from members.invitations import invite
from members.models import Section


def refuse_closed_account(email: str) -> str:
    """Return the address in lower case. Raises ValidationError where its account was closed."""
    closed = get_user_model().objects.filter(email__iexact=email, is_active=False)
    if closed.exists():
        raise ValidationError(_("An administrator closed the account of this address."))
    return email.lower()


class InvitationForm(WagtailAdminModelForm):
    """Whom to invite to which society's section. Saving it sends the mail."""

    section = forms.ModelChoiceField(
        label=_("Society"),
        queryset=Section.objects.in_coalition()
        .select_related("society")
        .order_by("society__title"),
        widget=forms.Select(attrs={"class": "w-w-full"}),  # long names, and narrow phones
    )

    def clean_email(self):
        return refuse_closed_account(self.cleaned_data["email"])

    def clean(self):
        """Somebody who edits the section already needs no invitation."""
        answers = super().clean()
        section, email = answers.get("section"), answers.get("email")
        if section and email and section.editors.filter(email__iexact=email).exists():
            self.add_error("email", _("This person edits the page of this society already."))
        return answers

    def save(self, commit=True):
        """Invite the address and return the invitation. Raises CannotMailError."""
        return invite(self.cleaned_data["section"], self.cleaned_data["email"], self.for_user)
