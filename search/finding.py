"""Finds pages: all the words first, then without typing errors, then some of the words."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count

from core.search_kinds import SearchKind
from search.engines import engine
from search.models import Entry
from search.question import Question
from search.spelling import corrected

MOST = 300  # results that are ranked; nobody reads more, and each costs


@dataclass(frozen=True)
class Found:
    """What was found: page ids, best first; how many of each kind there are; for which question.

    `is_partial`: no page has all the words, these have some.
    """

    question: Question
    pages: list[int] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    is_partial: bool = False

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def find(question: Question, kind: str = "") -> Found:
    """Return the pages that readers may see and that answer the question, of one kind or all."""
    if not question.words:
        return Found(question)
    found = with_words(question, "&", kind)
    if not found.total:
        question = corrected(question)
        found = with_words(question, "&", kind) if question != found.question else found
    if not found.total and len(question.words) > 1:
        found = with_words(question, "|", kind)
    return found


def with_words(question: Question, joint: str, kind: str) -> Found:
    """Return the pages with all (&) or any (|) of the words.

    Among them are societies that have no page in the language of the question.
    """
    counts, placed = look_up(question, Entry.objects.shown(question.language), joint, kind)
    first_written = question.as_first_written
    if question.language != first_written.language and first_written.words:
        societies = Entry.objects.in_place_of(question.language)
        more, others = look_up(first_written, societies, joint, SearchKind.SOCIETY)
        counts = Counter(counts) + Counter(more)
        placed += others if kind in ("", SearchKind.SOCIETY) else []
    return Found(question, [pk for _place, pk in sorted(placed)], dict(counts), joint == "|")


def look_up(question: Question, entries, joint: str, kind: str) -> tuple[dict, list]:
    """Return how many of the entries have the words, by kind; and the best of one kind or all.

    Of these a list of (place, page id); the smallest place is the best.
    """
    counted = entries.filter(engine().holds(question, joint)).order_by().values_list("kind")
    counts = dict(counted.annotate(Count("pk")))
    scores = engine().ranked(question, joint, kind, MOST)
    best = entries.filter(pk__in=scores).values_list("pk", "title_words", "name_words")
    placed = [((-called(question, entry), -scores[entry[0]]), entry[0]) for entry in best]
    return counts, placed


def called(question: Question, entry: tuple) -> int:
    """Tell whether the question is just what a page is called (2), or known by (1)."""
    asked = " ".join(question.compared)
    _pk, title, names = entry
    return 2 if asked == title else int(asked in names.split("\n"))
