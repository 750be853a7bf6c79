"""The figures that have, or had, one of some amounts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Q
from django.db.models.fields.json import KT

from resources.figures.numerals import unit
from resources.figures.record import plain
from resources.models import Figure, FigureVersion
from resources.number_check.numbers import unit_kind
from resources.number_check.terms import words_by_figure

Amount = tuple[Decimal, str]


@dataclass(frozen=True)
class Known:
    """A figure with an amount. `now` is the figure that took its place, or itself."""

    key: UUID
    is_former: bool
    now: UUID
    words: frozenset[str]


def known_by_amount(numbers: Iterable[Decimal]) -> dict[Amount, list[Known]]:
    """Return the figures that readers may see, by amount and kind of unit.

    Each figure once, whatever languages it is in. The same number of queries for any numbers.
    """
    numbers = set(numbers)
    former = former_amounts(numbers)
    rows = rows_with(numbers, set(former))
    current = defaultdict(set)
    for row in rows:
        current[row.translation_key] |= amounts_of(row)
    words = words_by_figure(rows)
    found = defaultdict(dict)
    for row in rows:
        key, now = row.translation_key, row.superseded_by__translation_key
        for amount in current[key]:
            found[amount][key] = Known(key, now is not None, now or key, words[key])
        for amount in former[key] - current[key]:
            found[amount][key] = Known(key, True, now or key, words[key])
    return {amount: list(figures.values()) for amount, figures in found.items()}


def rows_with(numbers: set[Decimal], keys: set[UUID]) -> list:
    """Return what is needed of the figures with these values, and of those with these ids."""
    wanted = Q(value__in=numbers) | Q(comparison_value__in=numbers) | Q(translation_key__in=keys)
    names = ["translation_key", "superseded_by__translation_key", "kind", "value", "unit"]
    names += ["comparison_value", "group_id", "outcome_id", "page_id"]
    figures = Figure.objects.shown().filter(wanted, is_suppressed=False)
    return list(figures.values_list(*names, named=True))


def amounts_of(row) -> set[Amount]:
    values = {row.value, row.comparison_value} - {None}
    return {(plain(value), unit_kind(unit(row))) for value in values}


def former_amounts(numbers: set[Decimal]) -> dict[UUID, set[Amount]]:
    """Return what figures said before, by their ids, where it is one of these numbers."""
    texts = {str(plain(number)) for number in numbers}
    wanted = Q(record__value__in=texts) | Q(record__comparison_value__in=texts)
    versions = FigureVersion.objects.filter(wanted, replaced_at__isnull=False).order_by()
    names = ["unit", "value", "comparison_value"]
    rows = versions.values_list("figure_key", *(KT(f"record__{name}") for name in names))
    found = defaultdict(set)
    for key, unit_then, *values in rows:
        kind = unit_kind(unit_then or "")
        found[key] |= {(Decimal(value), kind) for value in values if value in texts}
    return found
