"""What a reader asks."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.utils.functional import cached_property

from search.stop_words import STOP_WORDS
from search.words import comparable, words_of

MOST_WORDS = 12  # more make a question slower, and no better


@dataclass(frozen=True)
class Question:
    """The folded words of a question that say something, and its language."""

    words: tuple[str, ...]
    language: str

    @cached_property
    def compared(self) -> list[str]:
        """Its words as they are compared with those of the pages."""
        return [comparable(word, self.language) for word in self.words]

    @property
    def as_first_written(self) -> "Question":
        """The same words, asked of pages that are not translated."""
        language = settings.LANGUAGE_CODE
        words = tuple(word for word in self.words if word not in STOP_WORDS[language])
        return Question(words, language)

    def with_words(self, other: dict[str, str]) -> "Question":
        """Return the question with some of its words replaced."""
        return replace(self, words=tuple(other.get(word, word) for word in self.words))


def question_of(text: str, language: str) -> Question:
    """Return the question that a text asks; without words if it says nothing."""
    found = [word for word in words_of(text) if word not in STOP_WORDS[language]]
    return Question(tuple(dict.fromkeys(found))[:MOST_WORDS], language)
