"""Forgives typing errors: for a word that no page has, the one that looks most like it."""

from search.engines import engine
from search.models import Entry
from search.question import Question, question_of


def corrected(question: Question) -> Question:
    """Return the question with each word that no page has replaced, where one is close to it."""
    unknown = [word for word in question.words if len(word) > 3 and not is_known(word, question)]
    found = {word: closest(word, question.language) for word in unknown}
    return question.with_words({word: near for word, near in found.items() if near})


def is_known(word: str, question: Question) -> bool:
    alone = Question((word,), question.language)
    return Entry.objects.shown(question.language).filter(engine().holds(alone, "&")).exists()


def closest(word: str, language: str) -> str | None:
    """Return the word of the pages that is fewest letters away, None where none is close."""
    near = [
        (distance(word, other), other)
        for other in engine().look_alikes(word, language)
        if question_of(other, language).words
    ]
    best = min(near, default=None)
    return best[1] if best and best[0] <= allowed(word) else None


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
