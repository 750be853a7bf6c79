"""What a reader may be about to ask: titles of pages with words that begin as typed."""

from django.db.models import Q

from search.models import Entry
from search.words import compared

FEWEST_LETTERS, MOST = 2, 8


def suggestions(text: str, language: str) -> list[str]:
    """Return a few titles, each with all the words of the text at the beginning of words."""
    begun = compared(text, language).split()[:4]
    if sum(map(len, begun)) < FEWEST_LETTERS:
        return []
    entries = Entry.objects.shown(language)
    for word in begun:
        at_start = Q(title_words__startswith=word) | Q(title_words__contains=f" {word}")
        entries = entries.filter(at_start)
    titles = entries.order_by("title").values_list("title", flat=True).distinct()
    return list(titles[:MOST])
