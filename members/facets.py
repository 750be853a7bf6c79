"""The choices that lead on from a page of the directory, each with how many societies it shows."""

from collections import Counter

from django.utils.translation import gettext as _

from core.facets import Facet, Option
from members.alphabet import LETTERS, OTHER
from members.directory_form import Choices
from members.models.membership import Level
from members.models.society import SocietyKind
from members.roll import Entry


def fits(entry: Entry, choices: Choices, aside: str = "") -> bool:
    """Tell whether the choices show a society; `aside` names one that does not matter."""
    return all(
        name == aside or is_right(entry, name, getattr(choices, name))
        for name in ("kind", "level", "letter")
    )


def is_right(entry: Entry, name: str, value: str) -> bool:
    if value:
        return getattr(entry, name) == value
    return name != "level" or entry.is_member  # who is not a member has to be asked for


def facets_of(entries: list[Entry], choices: Choices) -> dict[str, Facet]:
    """Return the facets by name, each counted among what the other choices show."""
    letters = {**{letter: letter for letter in LETTERS}, OTHER: _("Other")}
    facets = [
        facet("level", _("Level"), {"": _("All members"), **names_of(Level)}, entries, choices),
        facet("kind", _("Kind"), {"": _("All kinds"), **names_of(SocietyKind)}, entries, choices),
        facet("letter", _("First letter"), {"": _("A to Z"), **letters}, entries, choices),
    ]
    return {facet.name: facet for facet in facets}


def names_of(enum) -> dict:
    return {member.value: member.label for member in enum}


def facet(name: str, label: str, values: dict, entries: list[Entry], choices: Choices) -> Facet:
    others = [entry for entry in entries if fits(entry, choices, aside=name)]
    counts = Counter(getattr(entry, name) for entry in others)
    # No level is a value too: a member of whom no level is recorded.
    counts[""] = sum(is_right(entry, name, "") for entry in others)
    chosen = getattr(choices, name)
    options = [
        Option(title, counts[value], choices.but(**{name: value}).query(), value == chosen)
        for value, title in values.items()
        if counts[value] or value in ("", chosen)
    ]
    return Facet(name, label, options)
