from django import forms
from django.utils.translation import gettext_lazy as _

from core.search_kinds import SearchKind

LONGEST_QUESTION = 200


class SearchForm(forms.Form):
    """The search box. Long or unreadable questions are refused beside the box."""

    q = forms.CharField(
        label=_("Search"),
        max_length=LONGEST_QUESTION,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    type = forms.ChoiceField(choices=SearchKind.choices, required=False)
