"""Which rows are exported, decided once, and what stands in them, read a few at a time."""

from array import array
from collections.abc import Iterator

from django.utils.translation import get_language, override

from forms.export.columns import cells_of, headings
from forms.models.pledge import Pledge

AT_A_TIME = 500


def numbers_of(pledges) -> array:
    """Return the numbers of the rows of a queryset, in its order: eight bytes for each row."""
    return array("q", pledges.values_list("pk", flat=True).iterator(chunk_size=10_000))


def blocks_of(numbers: array) -> Iterator[list[list[str]]]:
    """Return blocks of rows as texts, the headings first.

    By their numbers, so that nothing is in the file that was not recorded, and no transaction
    stays open for as long as somebody's line takes. What was deleted meanwhile is left out.
    """
    return in_language(get_language(), numbers)


def in_language(language: str, numbers: array) -> Iterator[list[list[str]]]:
    """Yield the blocks in a language, which the view that asked has left behind by then."""
    with override(language):
        first = [headings()]
    yield first
    for start in range(0, len(numbers), AT_A_TIME):
        with override(language):
            block = [cells_of(pledge) for pledge in read(numbers[start : start + AT_A_TIME])]
        yield block


def read(numbers: array) -> list[Pledge]:
    found = Pledge.objects.prefetch_related("page", "society").in_bulk(list(numbers))
    return [found[number] for number in numbers if number in found]
