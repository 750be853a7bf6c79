"""Finds pages: all the words first, then without typing errors, then some of the words."""

from dataclasses import dataclass, field

from django.db.models import Count

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
    """Return the pages with all (&) or any (|) of the words."""
    shown = Entry.objects.shown(question.language)
    counted = shown.filter(engine().holds(question, joint)).order_by().values_list("kind")
    counts = dict(counted.annotate(Count("pk")))
    scores = engine().ranked(question, joint, kind, MOST)
    entries = shown.filter(pk__in=scores).values_list("pk", "title_words", "name_words")
    best = sorted(entries, key=lambda entry: (-called(question, entry), -scores[entry[0]]))
    return Found(question, [entry[0] for entry in best], counts, joint == "|")


def called(question: Question, entry: tuple) -> int:
    """Tell whether the question is just what a page is called (2), or known by (1)."""
    asked = " ".join(question.compared)
    _pk, title, names = entry
    return 2 if asked == title else int(asked in names.split("\n"))
