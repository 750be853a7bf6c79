"""What an editor is asked for before a statistic is published or submitted for review.

A draft can lack all of it. What is asked of people who publish without the form, too, is in
`resources.lacking`; what holds for every publication is in `resources.history` and
`resources.revisions`.
"""

from django.utils.translation import gettext_lazy as _

from core.page_form import GuardedPageForm
from resources.figures.disagreements import disagreements
from resources.figures.successors import leads_back
from resources.lacking import (
    DISAGREES,
    UNANNOUNCED,
    UNSOURCED,
    is_unsourced,
    unannounced,
    why_removed_stay,
)

FROZEN = _(
    "A correction or notice stays as it was published. To say something else, add another one."
)
CIRCLE = _("These figures would supersede one another in a circle.")


class StatisticPageForm(GuardedPageForm):
    """Checks figures, corrections and the statement against each other and what readers know."""

    def clean(self):
        cleaned = super().clean()
        self.freeze_corrections()
        self.refuse_circles()
        if not self.is_deferred_validation and self.formsets["figures"].is_valid():
            figures = self.typed_figures()
            self.keep_successors(figures)
            self.ask_for_a_correction(figures)
            self.ask_about_disagreements(cleaned, figures)
            self.ask_for_sources()
        return cleaned

    def freeze_corrections(self):
        """Refuse to change or to leave out what was published."""
        formset = self.formsets["corrections"]
        forms = {form.instance.pk: form for form in formset.forms if form.is_valid()}
        published = formset.model.objects.filter(page=self.instance.pk).exclude(published_at=None)
        for row in published if self.instance.pk else []:
            form = forms.get(row.pk)
            if form is None or form.cleaned_data.get("DELETE"):
                self.add_error(None, FROZEN)
            elif is_changed(row, form.cleaned_data):
                form.add_error("text", FROZEN)

    def refuse_circles(self):
        """Refuse a figure that would supersede itself, at once or by way of others."""
        forms = staying(self.formsets["figures"])
        chosen = {
            form.instance.translation_key: form.cleaned_data["superseded_by"]
            for form in forms
            if form.cleaned_data.get("superseded_by")
        }
        for form in forms:
            if form.instance.translation_key in chosen and leads_back(form.instance, chosen):
                form.add_error("superseded_by", CIRCLE)

    def ask_for_sources(self):
        """Ask of each figure without a source why it has none."""
        for form in staying(self.formsets["figures"]):
            if is_unsourced(form.instance):
                form.add_error("unsourced_reason", UNSOURCED)

    def keep_successors(self, figures):
        """Refuse to remove a figure that took the place of one that readers can see."""
        if why := why_removed_stay(self.instance, figures):
            self.add_error(None, why)

    def ask_for_a_correction(self, figures):
        """Ask for a public word on what published figures claim no longer."""
        corrections = [form.instance for form in staying(self.formsets["corrections"])]
        changes = unannounced(self.instance, figures, corrections)
        if changes:
            self.add_error(None, [UNANNOUNCED, *changes])

    def ask_about_disagreements(self, cleaned, figures):
        """Ask why the statement says something else than its figures."""
        found = disagreements(cleaned.get("statement"), figures)
        if found and not cleaned.get("disagreement_reason"):
            self.add_error("disagreement_reason", [DISAGREES, *found])

    def typed_figures(self) -> list:
        """Return the figures as they are typed."""
        forms = staying(self.formsets["figures"])
        for form in forms:
            form.save_cluster_m2m()  # puts the sources that are ticked beside it, in memory only
        return [form.instance for form in forms]


def staying(formset) -> list:
    """Return the valid forms of the rows that are kept; an empty form at the end is none."""
    filled = [form for form in formset.forms if form.is_valid() and form.cleaned_data]
    return [form for form in filled if not form.cleaned_data["DELETE"]]


def is_changed(row, typed: dict) -> bool:
    """Whether somebody typed something else over a published correction; spaces aside."""
    return row.kind != typed["kind"] or row.text.split() != typed["text"].split()
