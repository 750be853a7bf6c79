"""Which rows are exported, decided once, and what stands in them, read a few at a time."""

from array import array
from collections.abc import Iterator

from django.utils.translation import get_language, override

from forms.export.columns import cells_of, columns_of, headings

AT_A_TIME = 500


def numbers_of(rows) -> array:
    """Return the numbers of the rows of a queryset, in its order: eight bytes for each row."""
    return array("q", rows.values_list("pk", flat=True).iterator(chunk_size=10_000))


def blocks_of(model, numbers: array) -> Iterator[list[list[str]]]:
    """Return blocks of rows as texts, the headings first.

    By their numbers, so that nothing is in the file that was not recorded, and no transaction
    stays open for as long as somebody's line takes. What was deleted meanwhile is left out.
    """
    return in_language(get_language(), model, numbers)


def in_language(language: str, model, numbers: array) -> Iterator[list[list[str]]]:
    """Yield the blocks in a language, which the view that asked has left behind by then."""
    columns = columns_of(model)
    with override(language):
        first = [headings(columns)]
    yield first
    for start in range(0, len(numbers), AT_A_TIME):
        with override(language):
            rows = read(model, numbers[start : start + AT_A_TIME])
            block = [cells_of(row, columns) for row in rows]
        yield block


def read(model, numbers: array) -> list:
    linked = [field.name for field in model._meta.get_fields() if field.many_to_one]
    found = model.objects.prefetch_related(*linked).in_bulk(list(numbers))
    return [found[number] for number in numbers if number in found]
