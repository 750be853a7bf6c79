"""Which of a language's conventions numbers and lists follow."""

from django.utils.translation import get_language

# The coalition's readers live in the United States, whatever language they read.
TERRITORY = "US"


def cldr_locale() -> str:
    """Return the locale in force as Babel names it, such as es_US."""
    language = (get_language() or "en").split("-")[0]
    return f"{language}_{TERRITORY}"
