from django import forms
from django.utils.translation import gettext_lazy as _

from forms.site_form import PublicForm, WordedForm


class ContactForm(PublicForm, WordedForm):
    """What a visitor writes to the coalition."""

    columns = [*WordedForm.columns, "message"]

    message = forms.CharField(
        label=_("Message"), max_length=5000, widget=forms.Textarea(attrs={"rows": 6})
    )
