from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    """The search box. Long or unreadable questions are refused beside the box."""

    q = forms.CharField(
        label=_("Search"),
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
