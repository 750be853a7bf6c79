"""The sentence that names the members of the coalition."""

from babel.lists import format_list
from django.utils.translation import gettext as _

from core.formats import cldr_locale


def coalition_sentence(names: list[str]) -> str:
    """Return "The coalition includes the A, B, and C." in the language in force.

    The list is joined as the Unicode CLDR says for the language, in English with the
    serial comma. Without names the sentence is empty.
    """
    if not names:
        return ""
    joined = format_list(names, locale=cldr_locale())
    return _("The coalition includes the %(members)s.") % {"members": joined}
