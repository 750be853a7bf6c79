"""A kept record of a figure, to be read."""

from decimal import Decimal

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from resources.figures.fields import FigureField
from resources.figures.numerals import formatted
from resources.figures.record import CLAIM

PEOPLE = {"n", "comparison_n"}
# What is derived from a field, and is called otherwise than it.
FIELDS = {"base_unit": "unit"}
LABELS = {"base_unit": gettext_lazy("unit of the measured values")}


def label_of(name: str, model) -> str:
    """Return what a name of a claim is called for people; `model` is Figure."""
    return str(LABELS.get(name) or field_of(name, model).verbose_name)


def field_of(name: str, model):
    return model._meta.get_field(FIELDS.get(name, name))


def rows_of(record: dict, model) -> list[tuple[str, str]]:
    """Return what a record claims, as names and words; what is empty is left out.

    `model` is Figure.
    """
    filled = [(name, value) for name in CLAIM if (value := record.get(name))]
    return [
        (capfirst(label_of(name, model)), in_words(field_of(name, model), value))
        for name, value in filled
    ]


def in_words(field, value) -> str:
    """Return a value of a kept record in the language in force."""
    if field.name == "points":
        return "; ".join(map(point_in_words, value))
    if field.name == "sources":
        return "; ".join(f"{source['producer']}: {source['title']}" for source in value)
    if isinstance(field, FigureField) or field.name in PEOPLE:
        return formatted(Decimal(value))
    if value is True:
        return _("yes")
    return str(dict(field.flatchoices).get(value, value))


def point_in_words(point: dict) -> str:
    values = [point["value"], point["comparison_value"]]
    numbers = [formatted(Decimal(value)) for value in values if value is not None]
    return f"{point['year']}: {' / '.join(numbers)}"
