"""Forgives typing errors: for a word that no page has, the one that looks most like it."""

from itertools import islice

from search.engines import engine
from search.models import Entry
from search.question import Question
from search.stop_words import STOP_WORDS

MOST_CORRECTED = 4  # words of a question; each is compared with hundreds
TRIED = 3


def corrected(question: Question) -> Question:
    """Return the question with its first few words that no page has replaced by close ones."""
    words = [word for word in question.words if len(word) > 3]
    strange = (word for word in words if not is_known(word, question.language))
    unknown = list(islice(strange, MOST_CORRECTED))
    found = {word: closest(word, question.language) for word in unknown}
    return question.with_words({word: near for word, near in found.items() if near})


def is_known(word: str, language: str) -> bool:
    """Tell whether a page that readers may see has a word."""
    alone = Question((word,), language)
    if has_one(Entry.objects.shown(language), alone):
        return True
    return has_one(Entry.objects.in_place_of(language), alone.as_first_written)


def has_one(entries, question: Question) -> bool:
    """Tell whether one of the entries has all the words; none has no words."""
    found = entries.filter(engine().holds(question, "&")) if question.words else entries.none()
    return found.exists()


def closest(word: str, language: str) -> str | None:
    """Return the word of the pages that is fewest letters away, None where none is close.

    A word that only hidden pages have is none.
    """
    most = allowed(word)
    alike = set(engine().look_alikes(word, language, most)) - STOP_WORDS[language]
    near = sorted((distance(word, other), other) for other in alike)
    close = [other for letters, other in near[:TRIED] if letters <= most]
    return next((other for other in close if is_known(other, language)), None)


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
