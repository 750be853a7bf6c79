"""Fills the search's own table. Wagtail's search tells it what was saved, deleted or renamed.

It is one of WAGTAILSEARCH_BACKENDS, so `manage.py update_index` and all of Wagtail's signals
reach it as they do the index of the admin, which the database backend keeps.
"""

from modelsearch.backends.base import BaseIndex, BaseSearchBackend
from wagtail.models import Locale, Page

from core.models import BasePage
from search.models import Entry, Word
from search.texts import texts_of
from search.words import LONGEST_WORD, compared, words_of

BATCH = 500  # rows at a time
LONGEST_TEXT = 200_000  # letters of a page; PostgreSQL indexes no more than a megabyte
KEPT = ["language", "kind", "title", "names", "text", "title_words", "name_words", "text_words"]


class EntryIndex(BaseIndex):
    """One entry for each page that is live. Whether it is private is asked when it is read."""

    def add_items(self, model, items):
        pages = [page for page in items if isinstance(page, BasePage)]
        languages = dict(Locale.objects.values_list("pk", "language_code"))
        live = [entry_of(page, languages[page.locale_id]) for page in pages if page.live]
        Entry.objects.bulk_create(
            live, update_conflicts=True, unique_fields=["page"], update_fields=KEPT
        )
        Word.objects.bulk_create(words_in(live), ignore_conflicts=True)
        Entry.objects.filter(pk__in=[page.pk for page in pages if not page.live]).delete()

    def delete_item(self, item):
        if isinstance(item, Page):
            Entry.objects.filter(pk=item.pk).delete()


class EntryRebuilder:
    """Writes each entry anew in its place, so that the site answers meanwhile."""

    def __init__(self, index):
        self.index = index

    def start(self):
        # Words that no page has any more do no harm meanwhile.
        Entry.objects.exclude(page__in=Page.objects.live().order_by().values("pk")).delete()
        return self.index

    def finish(self):
        forget_stale_words()


class SearchBackend(BaseSearchBackend):
    """Only keeps the table; what is asked of it is in `search.finding`."""

    index_class = EntryIndex
    rebuilder_class = EntryRebuilder


def entry_of(page, language: str) -> Entry:
    """Return the entry of a page, not saved."""
    title, names, text = texts_of(page)
    whole = "\n".join(text)[:LONGEST_TEXT]
    return Entry(
        page=page,
        language=language,
        kind=page.search_kind,
        title=title,
        names="\n".join(names),
        text=whole,
        title_words=compared(f"{page.title} {title}" if title != page.title else title, language),
        name_words="\n".join(compared(name, language) for name in names),
        text_words=compared(whole, language),
    )


def words_in(entries: list[Entry]) -> list[Word]:
    """Return the words that are long enough to be mistyped, each once in its language."""
    found = set().union(*map(long_words, entries))
    return [Word(language=language, word=word) for language, word in sorted(found)]


def long_words(entry: Entry) -> set[tuple[str, str]]:
    """Return the words of an entry that are long enough to be mistyped, with its language."""
    words = words_of(f"{entry.title} {entry.names} {entry.text}")
    return {
        (entry.language, word)
        for word in words
        if 3 < len(word) < LONGEST_WORD and not word.isdigit()
    }


def forget_stale_words() -> None:
    """Delete the words that no entry has, but none that was added since this began."""
    known = list(Word.objects.values_list("pk", "language", "word"))
    entries = Entry.objects.only("language", "title", "names", "text")
    had = set()
    for entry in entries.iterator(chunk_size=BATCH):
        had |= long_words(entry)
    stale = [pk for pk, *word in known if tuple(word) not in had]
    for begin in range(0, len(stale), BATCH):
        Word.objects.filter(pk__in=stale[begin : begin + BATCH]).delete()
