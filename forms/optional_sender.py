"""Fields for forms that need not know who writes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.mail_validators import validate_address

NAME = forms.CharField(
    label=_("Your name"),
    max_length=200,
    required=False,
    widget=forms.TextInput(attrs={"autocomplete": "name"}),
)
EMAIL = forms.EmailField(
    label=_("E-mail address"),
    max_length=254,
    required=False,
    validators=[validate_address],
    help_text=_("Only if you want an answer."),
    widget=forms.EmailInput(attrs={"autocomplete": "email"}),
)
