"""How words are compared: without case and accents, and in Spanish without their usual endings.

The database does the rest: English and Spanish stemming on PostgreSQL, English on SQLite.
"""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
ABBREVIATION = re.compile(r"\b(?:[^\W\d_]\.){2,}")
LONGEST_WORD = 40


def folded(text: str) -> str:
    """Return the text in small letters without accents; "ñ" counts as an "n"."""
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """Return the folded words of a text, in order; "U.S." is one."""
    joined = ABBREVIATION.sub(lambda found: found[0].replace(".", ""), folded(text))
    return [word[:LONGEST_WORD] for word in WORD.findall(joined)]


def comparable(word: str, language: str) -> str:
    """Return a folded word as it is compared in this language."""
    return without_ending(word) if language == "es" else word


def compared(text: str, language: str) -> str:
    """Return the words of a text as they are compared."""
    return " ".join(comparable(word, language) for word in words_of(text))


def without_ending(word: str) -> str:
    """Return a folded Spanish word without the ending of its gender and number.

    Savoy's light stemmer (J. Savoy, Light stemming approaches for the French, Portuguese, German
    and Hungarian languages, 2006; the Spanish one is published with it).
    """
    if len(word) < 5:
        return word
    if word.endswith("eses"):
        return word[:-2]
    if word.endswith("ces"):
        return f"{word[:-3]}z"
    if word.endswith(("os", "as", "es")):
        return word[:-2]
    return word[:-1] if word[-1] in "oae" else word
