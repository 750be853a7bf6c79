from django import forms
from django.core.exceptions import ValidationError


class LateChoices(forms.models.ModelChoiceIterator):
    """The choices of a field whose queryset is made only when somebody looks at them."""

    def __init__(self, field):
        self.field = field

    @property
    def queryset(self):
        return self.field.queryset


class PageField(forms.ModelChoiceField):
    """A choice among pages; SQLite cannot even look for a number beyond 64 bits."""

    iterator = LateChoices

    def offer(self, pages):
        """Offer what `pages()` returns, a queryset that is not even made where nobody chooses."""
        self._queryset, self._pages = None, pages
        self.widget.choices = self.choices

    @property
    def queryset(self):
        if self._queryset is None and self._pages:
            self._queryset = self._pages()
        return self._queryset

    @queryset.setter
    def queryset(self, queryset):
        self._pages = None
        forms.ModelChoiceField.queryset.fset(self, queryset)

    def to_python(self, value):
        try:
            return super().to_python(value)
        except OverflowError:
            message = self.error_messages["invalid_choice"]
            raise ValidationError(message, code="invalid_choice", params={"value": value}) from None
