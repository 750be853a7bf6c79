from django import forms
from django.apps import apps
from django.utils.translation import gettext_lazy as _
from localflavor.us.us_states import STATE_CHOICES

from core.form_fields import PageField
from forms.site_form import SiteForm

ABSENT = _("Something was missing from the form. Please read the pledge and send the form again.")
CHANGED = _(
    "The words of this pledge have changed since you opened the page. "
    "Please read them once more and send the form again."
)
CONSENT = _("Consent to updates")  # only in the preview of a page that has no words for it yet


def state_choices():
    """Return the states in the order of their names in the language in force."""
    return [("", _("Not in the list")), *sorted(STATE_CHOICES, key=lambda state: str(state[1]))]


class AnswersForm(SiteForm):
    """What a signer says about themselves."""

    society = PageField(
        label=_("Your society"), queryset=None, required=False, empty_label=_("None of these")
    )
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=state_choices,
        widget=forms.Select(attrs={"autocomplete": "address-level1"}),
    )
    wants_updates = forms.BooleanField(required=False)

    def __init__(self, *args, page, **kwargs):
        super().__init__(*args, page=page, **kwargs)
        societies = apps.get_model("members.MemberSocietyPage").objects.shown().members_on()
        self.fields["society"].queryset = societies.in_language(page.locale_id)
        self.fields["wants_updates"].label = page.consent_text or CONSENT


class PledgeForm(AnswersForm):
    """What a signer types. `wording` says which words they had before them."""

    wording = forms.ModelChoiceField(
        queryset=None,
        widget=forms.HiddenInput,
        error_messages={"required": ABSENT, "invalid_choice": CHANGED},
    )

    # People do not see it (pledge.css), and are told to leave it; robots fill in what they find.
    trap = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args, page, **kwargs):
        super().__init__(*args, page=page, **kwargs)
        self.fields["wording"].queryset = page.known_wordings
