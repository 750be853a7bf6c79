from django import forms
from django.core.exceptions import ValidationError


class PageField(forms.ModelChoiceField):
    """A choice among pages; SQLite cannot even look for a number beyond 64 bits."""

    def to_python(self, value):
        try:
            return super().to_python(value)
        except OverflowError:
            message = self.error_messages["invalid_choice"]
            raise ValidationError(message, code="invalid_choice", params={"value": value}) from None
