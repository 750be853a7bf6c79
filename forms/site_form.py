"""What the forms for readers have in common."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.form_rendering import SiteFormRenderer
from core.mail_validators import validate_address

TRAP = "trap"  # the field that only robots fill in


class AddressForm(forms.Form):
    """A form for readers that asks for an address, and the base of the others.

    The autocomplete names let a browser fill it in (WCAG 2.2, 1.3.5).
    """

    default_renderer = SiteFormRenderer

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        validators=[validate_address],
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args, page, **kwargs):
        self.page = page
        super().__init__(*args, **kwargs)

    @property
    def asked(self):
        """The fields that people see and fill in, for the privacy notice."""
        return [field for field in self.visible_fields() if field.name != TRAP]

    def clean_email(self):
        """Addresses are kept in lower case, so that each is one person's."""
        return self.cleaned_data["email"].lower()


class SiteForm(AddressForm):
    """A form that asks who writes."""

    field_order = ["name", "email"]

    name = forms.CharField(
        label=_("Your name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
