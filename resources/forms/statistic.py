"""What an editor is asked for before a statistic is published or submitted.

A draft can lack all of it. What is said here holds for people who publish with the form; what
holds for every publication is in `resources.history` and `resources.revisions`.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.page_form import GuardedPageForm
from resources.figures.changes import claim_as_kept, says_the_same
from resources.figures.disagreements import disagreements
from resources.models.correction import CorrectionKind

UNSOURCED = gettext_lazy("Choose a source, or say here why there is none.")
FROZEN = gettext_lazy(
    "A correction or notice that was published stays as it is. To say something else, add another."
)
UNANNOUNCED = gettext_lazy(
    "Readers may have quoted these figures. Add a correction or an update that says what changed:"
)
DISAGREES = gettext_lazy(
    "The statement and its figures seem to disagree. Change one of them, or say here why not:"
)


class StatisticPageForm(GuardedPageForm):
    """Checks figures, corrections and the statement against each other and what readers know."""

    def clean(self):
        cleaned = super().clean()
        self.freeze_corrections()
        if not self.is_deferred_validation and self.parts_are_valid():
            self.ask_for_sources()
            self.ask_for_a_correction()
            self.ask_about_disagreements(cleaned)
        return cleaned

    def parts_are_valid(self) -> bool:
        """Whether the figures and corrections can be read at all; if not they say so themselves."""
        return all(self.formsets[name].is_valid() for name in ("figures", "corrections"))

    def forms_of(self, name: str) -> list:
        """Return the forms of a relation whose rows stay."""
        formset = self.formsets[name]
        return [form for form in formset.forms if form not in formset.deleted_forms]

    @property
    def figures(self) -> list:
        """The figures as they are typed, with the sources that are ticked."""
        forms = self.forms_of("figures")
        for form in forms:
            form.save_cluster_m2m()  # in memory only
        return [form.instance for form in forms]
