"""Merge fields: what staff may put into the words of a mail, as {date}.

None of them is anything that a visitor typed. Otherwise the form could be used to send
somebody else's words to anybody.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.mail_validators import on_one_line

LABELS = {
    "title": gettext_lazy("the title of this page"),
    "date": gettext_lazy("the day on which the form was sent"),
    "pledge": gettext_lazy("the words of the pledge"),
    "society": gettext_lazy("the member society that was chosen; nothing where none was"),
    "actions": gettext_lazy("the actions that were ticked; nothing where none was"),
}
FIELD = re.compile(r"\{\s*(\w+)\s*\}")
LONGEST_SUBJECT = 250


def fill(text: str, values: dict[str, str]) -> str:
    """Return the text with the values in place of their fields; an unknown field stays."""
    return FIELD.sub(lambda found: str(values.get(found[1], found[0])), text)


def fill_line(text: str, values: dict[str, str]) -> str:
    """Do the same for a subject: on one line, no longer than a column takes, and never empty."""
    filled = on_one_line(fill(text, values))[:LONGEST_SUBJECT].strip()
    return filled or on_one_line(values["title"])


def check(text: str, names: list[str]) -> None:
    """Raise ValidationError where the text has a field that is not among `names`."""
    for unknown in sorted(set(FIELD.findall(text)) - set(names)):
        offered = ", ".join(f"{{{name}}}" for name in names)
        said = {"unknown": f"{{{unknown}}}", "offered": offered}
        raise ValidationError(
            _("There is no field %(unknown)s. You can use: %(offered)s."), "merge", said
        )
