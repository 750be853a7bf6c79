"""The form in which staff word a term."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.search.index import insert_or_update_object

from resources.vocabulary.pages import what_points_to

TAKEN = _("Another term of this kind has this name already.")
ONE_A_LANGUAGE = _("There is a wording in this language already.")
FIXED = _("The kind cannot be changed: figures rely on it.")


class TermForm(WagtailAdminModelForm):
    """Keeps the name that a term had, and lets pages be found by the new one."""

    def clean_kind(self):
        kind = self.cleaned_data["kind"]
        if self.instance.pk and kind != self.initial["kind"]:
            raise ValidationError(FIXED)
        return kind

    def clean(self):
        cleaned = super().clean()
        taken, languages = names_of_others(self.instance, cleaned.get("kind")), set()
        for form in self.kept_wordings():
            if "name" in form.changed_data and form.cleaned_data["name"].casefold() in taken:
                form.add_error("name", TAKEN)
            if form.cleaned_data.get("language") in languages:
                form.add_error("language", ONE_A_LANGUAGE)
            languages.add(form.cleaned_data.get("language"))
        return cleaned

    def kept_wordings(self):
        """The forms of the wordings that stay, checked one by one."""
        formset = self.formsets["wordings"]
        whole = [form for form in formset.forms if form.is_valid()]
        return [form for form in whole if form not in formset.deleted_forms]

    def save(self, commit=True):
        former = [(w.language, w.name) for w in stored(self.instance, "wordings")]
        term = super().save(commit=commit)
        if commit:
            keep_former_names(term, former)
            for page in what_points_to(term).specific().iterator():
                insert_or_update_object(page)
        return term


def stored(term, relation: str):
    """Return the rows of a relation as the database has them, not as they were just edited."""
    model = type(term)._meta.get_field(relation).related_model
    return model.objects.filter(term=term.pk) if term.pk else []


def names_of_others(term, kind) -> set[str]:
    """Return the preferred names that the other terms of this kind have, without their case."""
    others = type(term).objects.filter(kind=kind).exclude(pk=term.pk)
    return {wording.name.casefold() for other in others for wording in other.wordings.all()}


def keep_former_names(term, former: list[tuple[str, str]]) -> None:
    """Keep each (language, name) that the term no longer has, with the day on which it ended."""
    names = {(w.language, w.name) for w in stored(term, "wordings")}
    for language, name in set(former) - names:
        kept = {"language": language, "name": name, "until": timezone.localdate()}
        type(term)._meta.get_field("former_names").related_model.objects.create(term=term, **kept)
