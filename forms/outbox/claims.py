"""The outbox as a queue in the database that several senders share.

No row is locked while a mail is sent. A sender claims a mail with a compare-and-swap that is
committed before the first word to the mail server, and holds it on a lease. Every claim raises
`attempts`; the result of an attempt is written only while `attempts` is still its own, so a sender
whose lease ran out cannot overwrite what a newer one did.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from forms.models.outgoing_mail import OutgoingMail

PAGE = 50


def lease():
    """How long a sender may hold a mail: longer than the slowest conversation can last."""
    return timedelta(seconds=settings.OUTBOX_LEASE_SECONDS)


def due_mails(now):
    """Yield (id, attempts) of the mails due at `now`, the longest due first.

    Ends when no mail is left that was due at `now`, so the caller claims each one, or stops.
    """
    due = OutgoingMail.objects.due(now).order_by("next_attempt_at", "id")
    while page := list(due.values_list("id", "attempts")[:PAGE]):
        yield from page


def claim(mail_id, attempts):
    """Lease the mail for one attempt and return it; None if another sender was quicker.

    `attempts` is the count the caller saw. Must not run in a transaction (RuntimeError): the lease
    protects nobody before it is committed.
    """
    now = timezone.now()
    with transaction.atomic(durable=True):
        seen = OutgoingMail.objects.due(now).filter(pk=mail_id, attempts=attempts)
        if not seen.update(attempts=F("attempts") + 1, lease_until=now + lease()):
            return None
    return OutgoingMail.objects.filter(pk=mail_id, attempts=attempts + 1).first()


def mark_sent(mail):
    """Record that the server took the mail. Returns False if the lease was lost meanwhile."""
    sent = {"state": OutgoingMail.State.SENT, "sent_at": timezone.now()}
    return _finish(mail, **sent, last_error="", reason="")


def postpone(mail, delay, error):
    """Record a failure that may pass, and try again after `delay`.

    Returns False if the lease was lost meanwhile.
    """
    return _finish(mail, next_attempt_at=timezone.now() + delay, last_error=error)


def give_up(mail, error):
    """Record a failure for good. Returns False if the lease was lost meanwhile."""
    return _finish(mail, state=OutgoingMail.State.FAILED, last_error=error, reason="")


def note_absence(mail_id, error, give_up_before):
    """Record that the server could not be reached when it was the turn of mail `mail_id`.

    Nothing was attempted, so all keep their place; only mail written before `give_up_before` is
    given up. Returns how many that were.
    """
    due = OutgoingMail.objects.due(timezone.now())
    due.filter(pk=mail_id).update(last_error=error)
    too_old = due.filter(created_at__lt=give_up_before)
    return too_old.update(state=OutgoingMail.State.FAILED, last_error=error)


def _finish(mail, **result):
    # Not only while it waits: a mail that was held or suppressed in mid-send was sent all the same.
    ended = [OutgoingMail.State.SENT, OutgoingMail.State.FAILED]
    mine = OutgoingMail.objects.filter(pk=mail.pk, attempts=mail.attempts).exclude(state__in=ended)
    return bool(mine.update(lease_until=None, **result))
