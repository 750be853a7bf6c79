"""A page that somebody signed or wrote to cannot be deleted."""

from django.utils.translation import gettext as _

from forms.models import Message, Pledge, ProblemReport, Suggestion


def why_answers_keep_it(page) -> str:
    """Say why a page stays that holds pledges or messages, itself or in a page below it."""
    if not has_answers(page):
        return ""
    return _("This page holds what people signed or wrote. Unpublish it instead.")


def has_answers(page) -> bool:
    return any(rows.filter(page__path__startswith=page.path).exists() for rows in all_answers())


def all_answers() -> list:
    return [model.objects for model in (Pledge, Message, Suggestion, ProblemReport)]
