"""What the forms for readers have in common."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.form_rendering import SiteFormRenderer
from core.mail_validators import validate_address
from forms import minimum_time
from forms.answers import as_kept
from forms.questions import fields_for

ABSENT = _("Something was missing from the form. Please read it and send it again.")
CHANGED = _(
    "The words of this form have changed since you opened the page. "
    "Please read them once more and send the form again."
)


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
        return [field for field in self.visible_fields() if field.name != "trap"]

    def clean_email(self):
        """Addresses are kept in lower case, so that each is one person's."""
        return self.cleaned_data["email"].lower()


class WordedForm(AddressForm):
    """A form that asks who writes, and what the questions of a wording ask."""

    columns = ["name", "email"]
    field_order = ["name", "email"]

    name = forms.CharField(
        label=_("Your name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def __init__(self, *args, page, words, **kwargs):
        super().__init__(*args, page=page, **kwargs)
        self.words = words
        self.fields |= fields_for(words)

    @property
    def questions(self):
        """The fields of the questions that staff added, to be drawn."""
        return [self[question["clean_name"]] for question in self.words.questions]

    def said(self) -> dict:
        """Return what was typed, by the columns of the row that keeps it."""
        typed = {name: self.cleaned_data[name] for name in self.columns if name in self.fields}
        return typed | {"answers": as_kept(self.words, self.cleaned_data)}


class PublicForm(forms.Form):
    """What a form open to everybody has besides; put it before the form that asks.

    `wording` says which words its reader had before them. People do not see `trap` (pledge.css),
    and are told to leave it; robots fill in what they find, and do not wait (`since`).
    """

    wording = forms.CharField(widget=forms.HiddenInput, error_messages={"required": ABSENT})
    since = forms.CharField(widget=forms.HiddenInput, required=False)
    trap = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, data=None, *, page):
        self.seen = data and find_wording(page, data.get("wording"))
        words = self.seen or page.current_wording or page.wording_as_edited
        hidden = {"wording": words.pk, "since": minimum_time.stamp(page)}
        super().__init__(data, page=page, words=words, initial=hidden)

    def clean_wording(self):
        """Take the words of this page that were published once."""
        if not self.seen:
            raise forms.ValidationError(CHANGED)
        return self.seen

    def said(self) -> dict:
        return super().said() | {"wording": self.seen}


def find_wording(page, number):
    """Return the wording of this number on this page; None where there is none."""
    if not str(number).isdecimal() or len(number) > 18:  # more than a database takes
        return None
    return page.known_wordings.filter(pk=number).first()


class SiteForm(PublicForm, WordedForm):
    """A form with the questions that staff wrote, and no other."""
