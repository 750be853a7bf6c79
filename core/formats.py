"""Which of a language's conventions numbers and lists follow."""

from babel.lists import format_list
from django.utils.translation import get_language

# The coalition's readers live in the United States, whatever language they read.
TERRITORY = "US"


def cldr_locale() -> str:
    """Return the locale in force as Babel names it, such as es_US."""
    language = (get_language() or "en").split("-")[0]
    return f"{language}_{TERRITORY}"


def listed(words: list[str]) -> str:
    """Return words as one list in the language in force: “one, two, and three”; "" for none."""
    return format_list(words, locale=cldr_locale()) if words else ""
