"""Forgives typing errors: for a word that no page has, the one that looks most like it."""

from search.engines import engine
from search.models import Entry
from search.question import Question, question_of

TRIED = 3


def corrected(question: Question) -> Question:
    """Return the question with each word that no page has replaced, where one is close to it."""
    words = [word for word in question.words if len(word) > 3]
    unknown = [word for word in words if not is_known(word, question.language)]
    found = {word: closest(word, question.language) for word in unknown}
    return question.with_words({word: near for word, near in found.items() if near})


def is_known(word: str, language: str) -> bool:
    """Tell whether a page that readers may see has a word."""
    alone = Question((word,), language)
    return Entry.objects.shown(language).filter(engine().holds(alone, "&")).exists()


def closest(word: str, language: str) -> str | None:
    """Return the word of the pages that is fewest letters away, None where none is close.

    A word that only hidden pages have is none.
    """
    alike = [other for other in engine().look_alikes(word, language) if says(other, language)]
    near = sorted((distance(word, other), other) for other in alike)
    close = [other for letters, other in near[:TRIED] if letters <= allowed(word)]
    return next((other for other in close if is_known(other, language)), None)


def says(word: str, language: str) -> bool:
    return bool(question_of(word, language).words)


def allowed(word: str) -> int:
    """Return how many letters may be wrong: one in a short word, three in a long one."""
    return 1 if len(word) < 6 else 2 if len(word) < 10 else 3


def distance(one: str, other: str) -> int:
    """Return how many letters to add, drop, change or swap with the next (restricted Damerau)."""
    before, last = [], list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, its in enumerate(other, 1):
            step = min(row[-1] + 1, last[j] + 1, last[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and its == one[i - 2]:
                step = min(step, before[j - 2] + 1)
            row.append(step)
        before, last = last, row
    return last[-1]
