from django import forms
from django.utils.translation import gettext_lazy as _

from forms.models.problem_report import Problem
from forms.optional_sender import EMAIL
from forms.site_form import PublicForm, WordedForm

SAY_IT = _("Please say in a few words what is wrong.")


class ReportForm(PublicForm, WordedForm):
    """What a reader found wrong with a resource."""

    columns = ["problem", "message", "email"]
    field_order = columns

    name = None  # nobody has to say who they are
    problem = forms.ChoiceField(
        label=_("What is wrong?"), choices=Problem.choices, widget=forms.RadioSelect
    )
    message = forms.CharField(
        label=_("Tell us more"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    email = EMAIL

    def clean(self):
        """Ask for words where the choice says nothing."""
        cleaned = super().clean()
        if cleaned.get("problem") == Problem.OTHER and not cleaned.get("message", "-"):
            self.add_error("message", SAY_IT)
        return cleaned
