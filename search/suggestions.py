"""What a reader may be about to ask: titles of pages with words that begin as typed."""

from django.conf import settings
from django.db.models import Q

from search.models import Entry
from search.words import compared

FEWEST_LETTERS, MOST = 2, 8


def suggestions(text: str, language: str) -> list[str]:
    """Return a few titles, each with all the words of the text at the beginning of words."""
    here = begun_like(text, language, Entry.objects.shown(language))
    if language == settings.LANGUAGE_CODE:
        return here
    societies = Entry.objects.in_place_of(language)
    return [*here, *begun_like(text, settings.LANGUAGE_CODE, societies)][:MOST]


def begun_like(text: str, language: str, entries) -> list[str]:
    """Return the titles of a few of the entries, whose words are compared as in this language."""
    begun = compared(text, language).split()[:4]
    if sum(map(len, begun)) < FEWEST_LETTERS:
        return []
    for word in begun:
        at_start = Q(title_words__startswith=word) | Q(title_words__contains=f" {word}")
        entries = entries.filter(at_start)
    titles = entries.order_by("title").values_list("title", flat=True).distinct()
    return list(titles[:MOST])
