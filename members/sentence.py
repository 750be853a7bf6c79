"""The sentence that names the members of the coalition."""

from datetime import date

from babel.lists import format_list
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.formats import cldr_locale

# More names than these nobody reads in one sentence; then it says how many there are.
MOST_NAMES = 60


def coalition_sentence(names: list[str], day: date | None = None) -> str:
    """Return "The coalition includes the A, B, and C." in the language in force.

    The list is joined as the Unicode CLDR says for the language, in English with the
    serial comma. With a day it says what was so on that day. Without names it is empty.
    """
    if not names:
        return ""
    if len(names) > MOST_NAMES:
        return counting(len(names), day)
    return naming(format_list(names, locale=cldr_locale()), day)


def naming(members: str, day: date | None) -> str:
    if day is None:
        return _("The coalition includes the %(members)s.") % {"members": members}
    if day < timezone.localdate():
        sentence = _("On %(day)s, the coalition included the %(members)s.")
    else:
        sentence = _("As far as is known, on %(day)s the coalition will include the %(members)s.")
    return sentence % {"day": date_format(day), "members": members}


def counting(count: int, day: date | None) -> str:
    if day is None:
        sentence = ngettext(
            "The coalition includes %(count)s society.",
            "The coalition includes %(count)s societies.",
            count,
        )
        return sentence % {"count": count}
    if day < timezone.localdate():
        sentence = ngettext(
            "On %(day)s, the coalition included %(count)s society.",
            "On %(day)s, the coalition included %(count)s societies.",
            count,
        )
    else:
        sentence = ngettext(
            "As far as is known, on %(day)s the coalition will include %(count)s society.",
            "As far as is known, on %(day)s the coalition will include %(count)s societies.",
            count,
        )
    return sentence % {"day": date_format(day), "count": count}
