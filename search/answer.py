"""What the search page shows."""

from dataclasses import dataclass

from django.core import paginator
from wagtail.models import Page

from core.paging import page_of
from core.search_kinds import SearchKind
from search.finding import Found, find
from search.models import Entry
from search.passages import marked, passage
from search.question import Question, question_of

RESULTS_ON_A_PAGE = 10


@dataclass(frozen=True)
class Result:
    """A page that was found: its heading and a passage of it as HTML with <mark>."""

    page: Page
    heading: str
    passage: str
    kind: str
    language: str


@dataclass(frozen=True)
class Answer:
    """The results of one page, and what was found in all."""

    found: Found
    results: paginator.Page
    kind: str
    is_corrected: bool

    @property
    def words(self) -> str:
        """The words that the results are for."""
        return " ".join(self.found.question.words)

    @property
    def kinds(self) -> list[tuple[str, str, int]]:
        """Each kind that something was found of: its value, its heading, how many."""
        counts = self.found.counts
        return [(kind.value, kind.label, counts[kind]) for kind in SearchKind if kind in counts]

    @property
    def total(self) -> int:
        """How many there are of the kind that was asked for."""
        return self.found.counts.get(self.kind, 0) if self.kind else self.found.total

    @property
    def is_cut(self) -> bool:
        """Whether there are more than can be paged through."""
        return self.total > self.results.paginator.count


def answer(request, text: str, kind: str, language: str) -> Answer:
    """Return the answer to what was asked; Http404 for a page of results there is not."""
    question = question_of(text, language)
    found = find(question, kind)
    page = page_of(request, found.pages, RESULTS_ON_A_PAGE)
    page.object_list = results(page.object_list, found.question)
    return Answer(found, page, kind, found.question != question)


def results(keys: list[int], question: Question) -> list[Result]:
    """Return the results for these pages, in one query, in their order."""
    entries = Entry.objects.select_related("page").defer(*COMPARED).in_bulk(keys)
    return [result(entries[key], question) for key in keys if key in entries]


COMPARED = ["names", "title_words", "name_words", "text_words"]


def result(entry: Entry, question: Question) -> Result:
    heading, text = marked(entry.title, question), passage(entry.text, question)
    return Result(entry.page, heading, text, entry.get_kind_display(), entry.language)
