"""The answers to staff's questions: how they are kept, and how they are read."""

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def as_kept(words, cleaned: dict) -> dict:
    """Return the answers by the names of the questions of a wording, ready for JSON.

    What was left empty is not kept.
    """
    typed = {said["clean_name"]: cleaned.get(said["clean_name"]) for said in words.questions}
    return {name: plain(value) for name, value in typed.items() if is_answer(value)}


def is_answer(value) -> bool:
    """Tell whether something was answered; zero is an answer."""
    return value is not False and value not in (None, "", [])


def plain(value):
    """Return a value as JSON has it: dates in ISO 8601, numbers as they were typed."""
    if isinstance(value, date):
        return value.isoformat()
    return format(value.normalize(), "f") if isinstance(value, Decimal) else value


def in_words(value) -> str:
    """Return a kept answer for people: "" for none, choices in one line."""
    if value is True:
        return _("yes")
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else str(value)


def told(submission) -> list[tuple[str, str]]:
    """Return the questions as their writer saw them, each with what they answered."""
    return [
        (said["label"], shown(said, submission.answers.get(said["clean_name"])))
        for said in submission.wording.questions
    ]


def actions(pledge) -> list[str]:
    """Return the words of the actions that were ticked, as the signer saw them."""
    ticked = pledge.actions
    return [said["text"] for said in pledge.wording.actions if said["key"] in ticked]


def shown(said: dict, value) -> str:
    """Return an answer for people, with dates as the language has them."""
    is_day = value and said["field_type"] == "date"
    return date_format(date.fromisoformat(value), "DATE_FORMAT") if is_day else in_words(value)
