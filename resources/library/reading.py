"""Reads from an address what a reader of the library chose."""

import re
from dataclasses import fields

from django.http import QueryDict

from resources.library.choices import Choices
from resources.library.sorting import SORTS

# What a value can look like. A database is not asked about anything else, a NUL byte for instance.
VALUE = re.compile(r"[-\w]{1,120}")


def read(query: QueryDict, ways: list) -> tuple[Choices, dict[str, str]]:
    """Return the choices that are known, and what was asked for that is not, by its name."""
    asked = {field.name: query.get(field.name, "") for field in fields(Choices)}
    asked = {name: value for name, value in asked.items() if value}
    unknown = {name: value for name, value in asked.items() if not is_known(name, value, ways)}
    return Choices(**{name: asked[name] for name in asked.keys() - unknown.keys()}), unknown


def is_known(name: str, value: str, ways: list) -> bool:
    if not VALUE.fullmatch(value):
        return False
    if name == "sort":
        return value in SORTS
    way = next(way for way in ways if way.name == name)
    return value in way.names([value])
