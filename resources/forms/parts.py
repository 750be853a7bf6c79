"""The figures and the corrections of a statistic in its form."""

from django.db.models import prefetch_related_objects
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.panels import InlinePanel

from resources.figure_chooser import offer

# The fields that offer the same rows in each figure's form.
SHARED = {"outcome", "group", "comparison_group", "sources"}


class FigureFormSet(BaseChildFormSet):
    """Reads once what its forms offer: the terms, the sources, and what may be a successor.

    To take the place of a figure it offers those that readers can see in its language.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Rows that were deleted count too. What is beyond that is not read: each is a large form.
        self.absolute_max = self.max_num + 10
        self.choices = {}
        figures = [figure for figure in self.get_queryset() if figure.pk]
        prefetch_related_objects(figures, "sources")

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for name in SHARED & set(form.fields):
            field = form.fields[name]
            if name not in self.choices:
                self.choices[name] = list(field.choices)
            field.choices = self.choices[name]
        if "superseded_by" in form.fields:
            offer(form.fields["superseded_by"], self.language, form.instance.superseded_by_id)

    @property
    def language(self) -> str:
        return self.instance.locale.language_code if self.instance.locale_id else ""


class CorrectionFormSet(BaseChildFormSet):
    """Shows what was published as something to read. (StatisticPageForm refuses to change it.)"""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance.published_at:
            form.fields["text"].widget.attrs["readonly"] = True
            kinds = form.fields["kind"].choices
            form.fields["kind"].choices = [one for one in kinds if one[0] == form.instance.kind]


class FiguresPanel(InlinePanel):
    """The panel of the figures."""

    formset_class = FigureFormSet

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = self.formset_class
        return options


class CorrectionsPanel(FiguresPanel):
    """The panel of the corrections."""

    formset_class = CorrectionFormSet
