from django import forms
from django.utils.translation import gettext_lazy as _

from core.web_address import NO_WEB_ADDRESS, WEB_ADDRESS
from forms.models.suggestion import LONGEST_ADDRESS
from forms.optional_sender import EMAIL, NAME
from forms.site_form import PublicForm, WordedForm


class WebAddressField(forms.URLField):
    """Takes what a reader can follow."""

    default_validators = WEB_ADDRESS
    default_error_messages = {"invalid": NO_WEB_ADDRESS}


class SuggestionForm(PublicForm, WordedForm):
    """What a visitor says about a resource that the library should have."""

    columns = ["title", "address", "why", "publisher", *WordedForm.columns]
    field_order = columns

    title = forms.CharField(label=_("Title of the resource"), max_length=255)
    address = WebAddressField(
        label=_("Its address"),
        max_length=LONGEST_ADDRESS,
        assume_scheme="https",
        help_text=_("Where it can be read, watched or downloaded: https://…"),
        # Not a field for addresses: there a browser itself refuses "example.org/toolkit".
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "none"}),
    )
    why = forms.CharField(
        label=_("What it is about, and why it helps"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    publisher = forms.CharField(label=_("Who published it"), max_length=255, required=False)
    name = NAME
    email = EMAIL
