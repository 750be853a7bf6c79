"""What happened to a pledge, in order: its own times, its mails, and what staff did."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry as log_registry

from forms.pledge_states import mail_of

TIMES = {
    "created_at": _("Signed"),
    "pending_since": _("Asked to confirm"),
    "opened_at": _("Opened the page to confirm"),
    "confirmed_at": _("Confirmed"),
    "withdrawn_at": _("Withdrawn"),
    "erased_at": _("Erased"),
}
# What an erased pledge still tells apart: its other times are those of the day it was confirmed.
KEPT = ["confirmed_at", "erased_at"]


@dataclass(frozen=True)
class Event:
    """One line. `more` is the state of a mail, or who acted."""

    when: datetime
    what: str
    more: str = ""


def history_of(pledge) -> list[Event]:
    """Return the events of a pledge, oldest first. Two queries."""
    events = [*own_times(pledge), *mails(pledge), *acts(pledge)]
    # By the second, so that what one request did keeps the order above.
    return sorted(events, key=lambda event: event.when.replace(microsecond=0))


def own_times(pledge) -> list[Event]:
    names = [name for name in TIMES if not pledge.erased_at or name in KEPT]
    if pledge.is_suspect:
        names.remove("pending_since")  # nobody asked its signer
    return [Event(getattr(pledge, n), TIMES[n]) for n in names if getattr(pledge, n)]


def mails(pledge) -> list[Event]:
    rows = mail_of(pledge).only("created_at", "purpose", "state").order_by("pk")
    return [Event(row.created_at, row.purpose_label(), row.get_state_display()) for row in rows]


def acts(pledge) -> list[Event]:
    entries = log_registry.get_logs_for_instance(pledge).select_related("user").order_by("pk")
    return [Event(entry.timestamp, entry.message, entry.user_display_name) for entry in entries]
