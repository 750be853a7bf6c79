"""The languages that a resource may be in, by their ISO 639 codes.

English, the languages that most people in the United States speak at home (American Community
Survey), American Sign Language and Navajo. Their names come from Unicode's locale data (CLDR).
"""

from functools import cache

from babel import Locale
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

CODES = (
    *("en", "es", "zh", "tl", "vi", "ar", "fr", "ko", "ru", "pt", "ht", "hi", "de", "pl", "it"),
    *("ur", "fa", "bn", "gu", "ja", "hmn", "km", "lo", "nv", "ne", "so", "am", "sw", "uk", "yi"),
    *("pa", "ta", "te", "th", "my", "el", "he", "hy", "ro", "yo", "ig", "ase"),
)
# What CLDR does not name in every language of the site.
OWN_NAMES = {"ase": _("American Sign Language")}


def languages() -> list[tuple[str, str]]:
    """Return each code with the language's name in the language in force, from A to Z."""
    return list(names_in(get_language() or "en").items())


def name_of_language(code: str) -> str:
    """Return its name in the language in force; "" for a code that is not among ours."""
    return names_in(get_language() or "en").get(code, "")


@cache
def names_in(reading: str) -> dict[str, str]:
    """Return the names of the languages by their codes, in the language that is read."""
    names = Locale.parse(reading, sep="-").languages
    with override(reading):
        named = ((code, str(OWN_NAMES.get(code) or names[code])) for code in CODES)
        return dict(sorted(named, key=lambda pair: pair[1].casefold()))
