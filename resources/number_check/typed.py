"""What an editor typed into a page, and what they quoted."""

from collections.abc import Iterator
from uuid import UUID

from wagtail.search import index

from resources.models import Figure, StatisticPage
from resources.number_check.numbers import Number, numbers_in


def numbers_of(page) -> list[Number]:
    """Return the numbers that stand in the texts of a page, each place once.

    None for a statistic: its numbers are those of its own figures.
    """
    if isinstance(page, StatisticPage):
        return []
    found = (number for paragraph in paragraphs_of(page) for number in numbers_in(paragraph))
    return list(dict.fromkeys(found))


def paragraphs_of(page) -> Iterator[str]:
    """Yield each paragraph of what the search finds a page by; what is quoted is not in it."""
    fields = {field.field_name: field for field in page.get_search_fields()}
    for field in fields.values():
        if isinstance(field, index.SearchField):
            for text in as_list(field.get_value(page)):
                yield from str(text).splitlines()


def as_list(value) -> list:
    """Return what a search field holds as a list of texts."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def keys_quoted(page) -> set[UUID]:
    """Return the ids of the figures that the texts of a page quote."""
    fields = [field for field in page._meta.get_fields() if hasattr(field, "extract_references")]
    found = (each for field in fields for each in references_of(field, page))
    return {UUID(str(reference[1])) for reference in found if reference[0] is Figure}


def references_of(field, page):
    return field.extract_references(field.value_from_object(page) or "")
