from django import forms
from django.utils.translation import gettext_lazy as _

from forms import codes
from forms.site_form import AddressForm

WRONG = _(
    "This address and this code do not belong together, or the code has run out. Please take the "
    "code from the newest email. After ten attempts in a day no code works until the next day; the "
    "link in the email still does."
)


class CodeForm(AddressForm):
    """The address and the code from the mail, typed by whom the link does not work for."""

    code = forms.CharField(
        label=_("Code from the email"),
        max_length=20,
        help_text=_("Six letters and digits"),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}
        ),
    )

    def clean_code(self):
        return codes.tidy(self.cleaned_data["code"])
