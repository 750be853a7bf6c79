"""From the questions that staff write to the fields of a form, with Wagtail's form builder.

A form is always built from a wording (forms/models/wording.py), so that somebody who opened the
page before its questions changed is still asked, and understood, in the words they saw.
"""

from types import SimpleNamespace

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.forms import FormBuilder

# What a question is made of, besides its name; also what the fields are built from.
PARTS = ["label", "field_type", "required", "choices", "help_text"]
CHOICE_TYPES = {"checkboxes", "radio", "dropdown"}
LONGEST_TEXT = 5000
LONGEST_LINE = 255


def as_data(question) -> dict:
    """Return a question as it is kept in a wording."""
    parts = {part: getattr(question, part) for part in PARTS}
    # Not the column `clean_name`, which a draft does not have yet and a copy has from another page.
    return {"clean_name": question.get_field_clean_name()} | parts


def choices_of(question) -> list[str]:
    """Return the choices of a question, each once, in their order; one stands in each line."""
    lines = (line.strip() for line in question.choices.splitlines())
    return list(dict.fromkeys(filter(None, lines)))


class QuestionBuilder(FormBuilder):
    """Wagtail's form builder, with fields that say what is wrong and take no more than is kept."""

    def get_field_options(self, field):
        return {"label": field.label, "help_text": field.help_text, "required": field.required}

    def get_formatted_field_choices(self, field):
        return [(choice, choice) for choice in choices_of(field)]

    def create_multiline_field(self, field, options):
        widget = forms.Textarea(attrs={"rows": 5})
        return forms.CharField(max_length=LONGEST_TEXT, widget=widget, **options)

    def create_number_field(self, field, options):
        return forms.DecimalField(max_digits=15, decimal_places=4, **options)

    def create_date_field(self, field, options):
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}), **options)

    def create_dropdown_field(self, field, options):
        choices = [("", _("Please choose")), *self.get_formatted_field_choices(field)]
        return forms.ChoiceField(choices=choices, **options)

    def create_radio_field(self, field, options):
        choices = self.get_formatted_field_choices(field)
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **options)

    def create_checkboxes_field(self, field, options):
        choices = self.get_formatted_field_choices(field)
        widget = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(choices=choices, widget=widget, **options)


def fields_for(wording) -> dict[str, forms.Field]:
    """Return the form fields for a wording's questions, by the questions' names."""
    return QuestionBuilder([SimpleNamespace(**said) for said in wording.questions]).formfields
