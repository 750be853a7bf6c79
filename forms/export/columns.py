"""The columns of an export, in order: those that each row has, then every question ever asked."""

from collections.abc import Callable
from datetime import datetime

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forms import answers, asked
from forms.models.message import Message
from forms.models.pledge import Pledge

# (heading, what stands there). A getter takes a row and returns a text, a number, a time, a yes or
# no, or None.
Column = tuple[str, Callable]

FIXED: dict[type, list[Column]] = {
    Pledge: [
        (gettext_lazy("number"), lambda pledge: pledge.pk),
        (gettext_lazy("pledge page"), lambda pledge: pledge.page),
        (gettext_lazy("status"), lambda pledge: pledge.get_status_display()),
        (gettext_lazy("suspect"), lambda pledge: pledge.is_suspect),
        (gettext_lazy("name"), lambda pledge: pledge.name),
        (gettext_lazy("e-mail address"), lambda pledge: pledge.email),
        (gettext_lazy("member society"), lambda pledge: pledge.society),
        (gettext_lazy("state"), lambda pledge: pledge.state),
        (gettext_lazy("wants updates"), lambda pledge: pledge.wants_updates),
        (gettext_lazy("agreed to updates at"), lambda pledge: pledge.consent_at),
        (gettext_lazy("language"), lambda pledge: pledge.language),
        (gettext_lazy("signed"), lambda pledge: pledge.created_at),
        (gettext_lazy("confirmed at"), lambda pledge: pledge.confirmed_at),
        (gettext_lazy("withdrawn at"), lambda pledge: pledge.withdrawn_at),
        (gettext_lazy("marked invalid at"), lambda pledge: pledge.invalidated_at),
        (gettext_lazy("erased at"), lambda pledge: pledge.erased_at),
        (gettext_lazy("actions"), lambda pledge: "; ".join(answers.actions(pledge))),
    ],
    Message: [
        (gettext_lazy("number"), lambda message: message.pk),
        (gettext_lazy("form"), lambda message: message.page),
        (gettext_lazy("suspect"), lambda message: message.is_suspect),
        (gettext_lazy("name"), lambda message: message.name),
        (gettext_lazy("e-mail address"), lambda message: message.email),
        (gettext_lazy("language"), lambda message: message.language),
        (gettext_lazy("received"), lambda message: message.created_at),
        (gettext_lazy("message"), lambda message: message.message),
    ],
}


def columns_of(model) -> list[Column]:
    """Return the columns for the rows of a model. One query."""
    questions = asked.ever_of(model).items()
    return [*FIXED[model], *(column_of(name, label) for name, label in questions)]


def column_of(name: str, label: str) -> Column:
    return label, lambda row: answers.in_words(row.answers.get(name))


def headings(columns: list[Column]) -> list[str]:
    return [capfirst(str(heading)) for heading, _getter in columns]


def cells_of(row, columns: list[Column]) -> list[str]:
    return [text_of(getter(row)) for _heading, getter in columns]


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
