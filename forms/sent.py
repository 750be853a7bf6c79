"""What was sent with other forms than the pledge: shown to its sender, and erased."""

from datetime import timedelta

from django.apps import apps
from django.db import transaction
from django.db.models import Q

from forms import answers
from forms.models.message import Message
from forms.models.outgoing_mail import OutgoingMail
from forms.models.problem_report import ProblemReport
from forms.models.submission import Submission
from forms.models.suggestion import Suggestion

# What each holds besides who sent it, when, and the answers to what staff added.
COLUMNS = {
    Message: ["message"],
    Suggestion: ["title", "address", "publisher", "why"],
    ProblemReport: ["resource", "problem", "message"],
}

# What may be staff's task, with the column in which its sender wrote freely.
TASKS = {Suggestion: "why", ProblemReport: "message"}
NOTHING_PERSONAL = {"name": "", "email": "", "answers": {}, "language": ""}


def sent_from(email: str) -> list[Submission]:
    """Return the rows under an address, as it is kept; also suspect ones. None for no address."""
    found = [model.objects.filter(email=email) for model in COLUMNS if email]
    return [row for rows in found for row in rows.select_related("page", "wording")]


def shown(row: Submission, name: str) -> str:
    """Return a column for people: of a choice its label, of a resource its title."""
    if name == "resource":
        return title_for_readers(row.resource_id)
    label = getattr(row, f"get_{name}_display", None)
    return str(label() if label else getattr(row, name))


def title_for_readers(resource: int) -> str:
    """Return the title of a resource, or "" while it is a draft or hidden: its title is, too."""
    resources = apps.get_model("resources.ResourcePage").objects.shown()
    return resources.filter(pk=resource).values_list("title", flat=True).first() or ""


def held_of(row: Submission) -> dict:
    """Return what a row holds, by name, ready for JSON; nothing for what was left empty."""
    held = {"form": row.page.title, "sent_at": row.created_at, "name": row.name}
    said = {name: shown(row, name) for name in COLUMNS[type(row)]}
    held["said"] = {name: text for name, text in said.items() if text}
    held["answers"] = [{"question": q, "answer": a} for q, a in answers.told(row)]
    return held


def receipts_to(email: str):
    """Return the mails that say to an address that something was sent."""
    return OutgoingMail.objects.filter(purpose="message_receipt", recipient=email)


@transaction.atomic
def delete(row: Submission) -> int:
    """Delete a row with the mails that repeat it or say who wrote; return how many rows went."""
    delete_mail_about(row)
    return type(row).objects.filter(pk=row.pk).delete()[0]


def delete_mail_about(row: Submission) -> None:
    # A suspect one is mailed when staff find it genuine, on whatever day.
    repeated = Q(key__startswith=f"{row.mail_purpose}:{row.pk}:")
    soon = Q(created_at__lt=row.created_at + timedelta(days=1))
    receipts = Q(purpose="message_receipt", recipient=row.email) & soon
    OutgoingMail.objects.filter(repeated | receipts if row.email else repeated).delete()


@transaction.atomic
def erase(row: Submission) -> None:
    """Delete a row as `delete` does; one that staff still have to deal with is emptied instead.

    Their task stays, with nothing of who sent it, what they wrote in their own words or answered.
    """
    if empty_task(row):
        delete_mail_about(row)
    else:
        delete(row)


def empty_task(row: Submission) -> bool:
    """Empty a row of all that is personal if it is still to do; tell whether it was."""
    if type(row) not in TASKS:
        return False
    still_to_do = type(row).objects.to_do().filter(pk=row.pk)
    return bool(still_to_do.update(**NOTHING_PERSONAL, **{TASKS[type(row)]: ""}))


@transaction.atomic
def erase_sent_from(email: str) -> None:
    """Erase the rows under an address, and the mails that repeat them or say who wrote.

    The draft that a suggestion became stays: it says nothing of who sent it.
    """
    for row in sent_from(email):
        erase(row)
    if email:
        receipts_to(email).delete()
