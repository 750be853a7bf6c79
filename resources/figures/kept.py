"""A kept record of a figure, to be read."""

from decimal import Decimal

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from resources.figures.fields import FigureField
from resources.figures.numerals import formatted
from resources.figures.record import CLAIM

PEOPLE = {"n", "comparison_n"}


def rows_of(record: dict, model) -> list[tuple[str, str]]:
    """Return what a record claims, as names and words; what is empty is left out.

    The names are those of the fields of `model`, which is Figure.
    """
    fields = ((model._meta.get_field(name), record.get(name)) for name in CLAIM)
    return [
        (capfirst(field.verbose_name), in_words(field, value)) for field, value in fields if value
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
