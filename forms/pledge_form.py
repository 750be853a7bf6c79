from functools import partial

from django import forms
from django.apps import apps
from django.utils.translation import gettext_lazy as _
from localflavor.us.us_states import STATE_CHOICES

from core.form_fields import PageField
from forms import this_browser
from forms.site_form import PublicForm, WordedForm

CONSENT = _("Consent to updates")  # only in the preview of a page that has no words for it yet


def state_choices():
    """Return the states in the order of their names in the language in force."""
    return [("", _("Not in the list")), *sorted(STATE_CHOICES, key=lambda state: str(state[1]))]


def societies_on(page):
    """Return the societies that signers on a page choose from."""
    societies = apps.get_model("members.MemberSocietyPage").objects.shown().members_on()
    return societies.in_language(page.locale_id)


class AnswersForm(WordedForm):
    """What a signer says about themselves."""

    columns = [*WordedForm.columns, "society", "state", "wants_updates", "ticked"]

    society = PageField(
        label=_("Your society"), queryset=None, required=False, empty_label=_("None of these")
    )
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=state_choices,
        widget=forms.Select(attrs={"autocomplete": "address-level1"}),
    )
    ticked = forms.MultipleChoiceField(
        label=_("What I will do"), required=False, widget=forms.CheckboxSelectMultiple
    )
    wants_updates = forms.BooleanField(required=False)

    def __init__(self, *args, page, words, **kwargs):
        super().__init__(*args, page=page, words=words, **kwargs)
        self.fields["society"].offer(partial(societies_on, page))
        self.offer_actions(words)
        self.fields["wants_updates"].label = words.consent or CONSENT

    def offer_actions(self, words):
        self.fields["ticked"].choices = [(said["key"], said["text"]) for said in words.actions]
        if not words.actions:
            del self.fields["ticked"]

    def clean_ticked(self):
        """Return the keys of the actions, one in each line, as a pledge keeps them."""
        return "".join(f"{key}\n" for key in self.cleaned_data["ticked"])


class PledgeForm(PublicForm, AnswersForm):
    """What a signer types."""

    def said(self) -> dict:
        return super().said() | {"secret": this_browser.secret_for(self.data)}
