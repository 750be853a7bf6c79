"""What the admin's forms take for fields that hold several rows of a table."""

from django import forms
from django.core.exceptions import ValidationError
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.forms.models import register_form_field_override


class RowsField(forms.ModelMultipleChoiceField):
    """Refuses keys that are too large for the database, with which SQLite fails."""

    def clean(self, value):
        try:
            return super().clean(value)
        except OverflowError as error:
            text = self.error_messages["invalid_choice"]
            words = {"value": ", ".join(map(str, value))}
            raise ValidationError(text, code="invalid_choice", params=words) from error


def connect() -> None:
    """Use it for every such field of a page."""
    register_form_field_override(ParentalManyToManyField, override={"form_class": RowsField})
