"""What happens to pledges that nobody confirms: two reminders at most, then they are dropped."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from forms import funnel, pledge_mails, pledge_states
from forms.models.pledge import Pledge

MOST = 2
GIVEN_UP = MOST + 1  # as the number of reminders: it was mistyped
MISTYPED_KEPT = timedelta(days=2)


def remind_all() -> int:
    """Remind everybody whose reminder is due; return how many that were."""
    asked = timezone.now() - timedelta(days=settings.PLEDGE_REMINDER_DAYS)
    # Where the page is not live, the link leads nowhere.
    waiting = Pledge.objects.pending().filter(page__live=True, is_suspect=False)
    due = waiting.filter(reminders__lt=MOST, last_asked_at__lte=asked)
    return sum(map(remind, due.select_related("page", "wording")))


@transaction.atomic
def remind(pledge) -> bool:
    """Write one reminder; tell whether it was this process that did."""
    number = pledge.reminders + 1
    # The one who raises the number writes the mail; whoever confirmed meanwhile gets none.
    same = Pledge.objects.pending().filter(pk=pledge.pk, reminders=pledge.reminders)
    if not same.update(reminders=number, last_asked_at=timezone.now()):
        return False
    with override(pledge.language):
        pledge_mails.remind(pledge, number)
    return True


@transaction.atomic
def give_up(pledge) -> None:
    """Write no more to a mistyped address, and let its pledge be dropped in two days.

    Not at once: who typed one address after the other would get a first mail to it each time.
    """
    soon = timezone.now() - timedelta(days=settings.PLEDGE_PENDING_DAYS) + MISTYPED_KEPT
    pending = Pledge.objects.pending().filter(pk=pledge.pk)
    if pending.update(reminders=GIVEN_UP, pending_since=soon):
        pledge_states.mail_of(pledge).unsent().delete()


def take_up_again(pledge) -> None:
    """Keep a pledge as long as any other, since its address was typed once more after `give_up`."""
    given_up = Pledge.objects.pending().filter(pk=pledge.pk, reminders=GIVEN_UP)
    given_up.update(reminders=MOST, pending_since=timezone.now())


def drop_all() -> int:
    """Delete the pledges that were not confirmed in time, with their mail; return how many."""
    since = timezone.now() - timedelta(days=settings.PLEDGE_PENDING_DAYS)
    left = Pledge.objects.pending().filter(pending_since__lte=since)
    return sum(map(drop, left))


@transaction.atomic
def drop(pledge) -> bool:
    """Delete a pledge unless it was confirmed at this moment; tell whether it was deleted."""
    steps = funnel.steps_of(pledge, mailed=pledge_states.was_mailed(pledge))
    dropped = bool(Pledge.objects.pending().filter(pk=pledge.pk).delete()[0])
    if dropped:
        pledge_states.delete_records_of(pledge)
        funnel.keep(steps)
    return dropped
