"""What a reader of the directory may choose, and how it is written in an address."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.facets import Chosen
from core.form_rendering import SiteFormRenderer
from members.alphabet import LETTERS, OTHER
from members.models.membership import Level
from members.models.society import SocietyKind

NOT_IN_THE_LIST = {"invalid_choice": _("Choose one from the list.")}


@dataclass(frozen=True)
class Choices(Chosen):
    """Which societies, and on which day; without a day it is today."""

    on: date | None = None
    kind: str = ""
    level: str = ""
    letter: str = ""

    @property
    def is_narrow(self) -> bool:
        """Whether they leave out any of the day's members, or show others."""
        return bool(self.kind or self.level or self.letter)


class DirectoryForm(forms.Form):
    """Which societies to show. It is sent with GET, and what it leaves empty does not matter."""

    default_renderer = SiteFormRenderer
    every_field_is_optional = True

    on = forms.DateField(
        label=_("Day"),
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("Write year, month and day like this: 2021-08-02.")},
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[("", _("All kinds")), *SocietyKind.choices],
        error_messages=NOT_IN_THE_LIST,
    )
    level = forms.ChoiceField(
        label=_("Level"),
        required=False,
        choices=[("", _("All members")), *((level.value, level.label) for level in Level)],
        error_messages=NOT_IN_THE_LIST,
    )
    letter = forms.ChoiceField(
        label=_("First letter"),
        required=False,
        choices=[("", _("A to Z")), *((letter, letter) for letter in LETTERS), (OTHER, _("Other"))],
        error_messages=NOT_IN_THE_LIST,
    )

    def full_clean(self):
        super().full_clean()
        for name in self.errors:
            self.keep_in_view(name)

    def keep_in_view(self, name: str) -> None:
        """Let a field show a value that it refuses: browsers drop it from such fields."""
        widget, typed = self.fields[name].widget, self[name].value()
        if name == "on":
            widget.input_type = "text"
        else:
            widget.choices = [*widget.choices, (typed, typed)]

    def choices(self) -> Choices:
        """Return what was chosen. Today's date is the same as none."""
        made = self.cleaned_data
        return Choices(**made | {"on": None if made["on"] == timezone.localdate() else made["on"]})
