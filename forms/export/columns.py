"""The columns of an export of pledges, in order."""

from datetime import datetime

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# (heading, what stands there). A getter takes a pledge and returns a text, a number, a time, a
# yes or no, or None.
COLUMNS = [
    (gettext_lazy("number"), lambda pledge: pledge.pk),
    (gettext_lazy("pledge page"), lambda pledge: pledge.page),
    (gettext_lazy("status"), lambda pledge: pledge.get_status_display()),
    (gettext_lazy("suspect"), lambda pledge: pledge.is_suspect),
    (gettext_lazy("name"), lambda pledge: pledge.name),
    (gettext_lazy("e-mail address"), lambda pledge: pledge.email),
    (gettext_lazy("member society"), lambda pledge: pledge.society),
    (gettext_lazy("state"), lambda pledge: pledge.state),
    (gettext_lazy("wants updates"), lambda pledge: pledge.wants_updates),
    (gettext_lazy("language"), lambda pledge: pledge.language),
    (gettext_lazy("signed"), lambda pledge: pledge.created_at),
    (gettext_lazy("confirmed at"), lambda pledge: pledge.confirmed_at),
    (gettext_lazy("withdrawn at"), lambda pledge: pledge.withdrawn_at),
    (gettext_lazy("marked invalid at"), lambda pledge: pledge.invalidated_at),
    (gettext_lazy("erased at"), lambda pledge: pledge.erased_at),
]


def headings() -> list[str]:
    return [capfirst(str(heading)) for heading, _getter in COLUMNS]


def cells_of(pledge) -> list[str]:
    return [text_of(getter(pledge)) for _heading, getter in COLUMNS]


def text_of(value) -> str:
    """Return a value as a cell's text; times are those of the site's own time zone."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        local = timezone.localtime(value, timezone.get_default_timezone())
        return f"{local:%Y-%m-%d %H:%M:%S}"
    return str(value)
