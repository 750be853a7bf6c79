"""What somebody new types to accept an invitation."""

from django import forms
from django.contrib.auth import get_user_model, password_validation
from django.contrib.auth.forms import SetPasswordMixin
from django.utils.translation import gettext_lazy as _

from core.form_rendering import SiteFormRenderer


def password_rules() -> str:
    """Return what the settings ask of a password, in sentences."""
    return " ".join(password_validation.password_validators_help_texts())


def name_field(label, autocomplete: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, max_length=150, widget=widget)


class NewAccountForm(SetPasswordMixin, forms.Form):
    """Name and password of a new account. `email` is the address that was invited."""

    default_renderer = SiteFormRenderer

    first_name = name_field(_("First name"), "given-name")
    last_name = name_field(_("Last name"), "family-name")
    password1, password2 = SetPasswordMixin.create_password_fields(
        label1=_("Password"), label2=_("The same password again")
    )

    def __init__(self, *args, email: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.email = email
        self.fields["password1"].help_text = password_rules()
        self.fields["password2"].help_text = ""

    def clean(self):
        """The password must be typed twice, and meet the policy for this very account."""
        self.validate_passwords()
        self.validate_password_for_user(self.account(), "password1")
        return super().clean()

    def account(self):
        """Return the account as it will be, not saved."""
        names = {name: self.cleaned_data.get(name, "") for name in ("first_name", "last_name")}
        return get_user_model()(email=self.email, **names)

    @property
    def details(self) -> dict:
        """What `members.invitations.accept_as_new` takes."""
        names = ("first_name", "last_name")
        details = {name: self.cleaned_data[name] for name in names}
        return {**details, "password": self.cleaned_data["password1"]}
