"""Reads from an address what a reader of the library chose."""

import re
from dataclasses import dataclass, field, fields

from django.http import QueryDict

from resources.library.choices import Choices
from resources.library.sorting import SORTS

# What a value can look like. A database is not asked about anything else, a NUL byte for instance.
VALUE = re.compile(r"[-\w]{1,120}")


@dataclass(frozen=True)
class Asked:
    """What an address asks for."""

    choices: Choices
    names: dict[str, str] = field(default_factory=dict)  # of what was chosen, by the way's name
    unknown: dict[str, str] = field(default_factory=dict)  # what there is not


def read(query: QueryDict, ways: list) -> Asked:
    """Return what a query asks for, and what of it there is not."""
    asked = {one.name: query.get(one.name, "") for one in fields(Choices)}
    names = {way.name: name_of(way, asked[way.name]) for way in ways if asked[way.name]}
    known = {name: asked[name] for name, found in names.items() if found}
    if asked["sort"] in SORTS:
        known["sort"] = asked["sort"]
    unknown = {name: asked[name] for name in asked if asked[name] and name not in known}
    return Asked(Choices(**known), {name: names[name] for name in names if names[name]}, unknown)


def name_of(way, value: str) -> str:
    """Return the name of a value for readers; "" for one that there is not."""
    return str(way.names([value]).get(value, "")) if VALUE.fullmatch(value) else ""
