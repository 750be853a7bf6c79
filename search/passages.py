"""The passage of a page that answers a question, with its words marked."""

import re
from functools import lru_cache
from posixpath import commonprefix

from django.utils.html import escape, format_html, mark_safe
from django.utils.text import Truncator

from search.question import Question
from search.words import folded

LONGEST = 240  # letters
BEFORE = 80  # letters of a long paragraph before the first word that was asked for
WORD = re.compile(r"[^\W_]+")
SAME = 4  # letters that two forms of a word have in common, at the least
ENDING = 3  # letters in which they may differ
plain = lru_cache(maxsize=5000)(folded)  # pages share most of their words


def passage(text: str, question: Question) -> str:
    """Return the best part of a text, as HTML with <mark>; "" for no text.

    The paragraph with most of the words is the best, the first where none has any.
    """
    paragraphs = text.split("\n")
    best = max(paragraphs, key=lambda one: len(words_in(one, question)))
    return marked(shortened(best, question), question)


def words_in(text: str, question: Question) -> set[str]:
    """Return which words of the question a text has, in whatever form."""
    there = {plain(found[0]) for found in WORD.finditer(text)}
    return {asked for asked in question.words if any(same(asked, word) for word in there)}


def shortened(text: str, question: Question) -> str:
    """Return a text that is short enough, from a little before the first word asked for."""
    first = next((f.start() for f in WORD.finditer(text) if is_asked(f[0], question)), 0)
    if len(text) <= LONGEST or first <= BEFORE:
        return Truncator(text).chars(LONGEST)
    begin = text.find(" ", first - BEFORE) + 1
    return "… " + Truncator(text[begin:]).chars(LONGEST)


def marked(text: str, question: Question) -> str:
    """Return a text as HTML in which the words asked for are marked."""
    parts, end = [], 0
    for found in WORD.finditer(text):
        if is_asked(found[0], question):
            parts += [escape(text[end : found.start()]), format_html("<mark>{}</mark>", found[0])]
            end = found.end()
    return mark_safe("".join([*parts, escape(text[end:])]))  # noqa: S308  (each part is escaped)


def is_asked(word: str, question: Question) -> bool:
    return any(same(asked, plain(word)) for asked in question.words)


def same(one: str, other: str) -> bool:
    """Tell whether two folded words look like forms of one: screen, screening.

    What was found is the database's to say; this only marks it.
    """
    if one[:SAME] != other[:SAME] or len(one) < SAME:
        return one == other
    longest = max(len(one), len(other))
    return longest - len(commonprefix([one, other])) <= ENDING
