"""What a bounce means for the mail and the address it is about.

Whoever knows an address can write a bounce about it, so one is believed only where it names a mail
of ours: by its Message-ID, which its reader alone knows, or, where no mail was returned, as an
address that we lately wrote to. So a forger can silence an address of which they know that, and no
other.
"""

import re
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from forms.models.outgoing_mail import OutgoingMail
from forms.models.suppressed_address import SuppressedAddress
from forms.outbox import suppression

LATELY = timedelta(days=14)  # servers try for about five days, then report
HOST = re.compile(r"[A-Za-z0-9.-]{1,255}")


def apply(report) -> list[str]:
    """Do what a dsn.Report asks for, and return what was done in words without an address."""
    return [_apply_to(recipient, report.message_id) for recipient in report.recipients]


def _apply_to(recipient, message_id) -> str:
    about = f"{recipient.status} at {host_of(recipient.address)}"
    if not recipient.is_permanent:
        return f"{about}: not a permanent failure, nothing done"
    mail = _mail(recipient, message_id)
    if mail is None:
        return f"{about}: not about a mail of ours, nothing done"
    _record(mail, recipient.status)
    return f"{about}: mail {mail.pk} failed, and its address gets no more"


@transaction.atomic
def _record(mail, status) -> None:
    # The address we wrote to: that of the report may be where somebody has their mail forwarded.
    suppression.suppress(mail.recipient, SuppressedAddress.Reason.BOUNCED)
    failed = {"state": OutgoingMail.State.FAILED, "reason": OutgoingMail.Reason.BOUNCED}
    OutgoingMail.objects.filter(pk=mail.pk).update(**failed, last_error=status)


def _mail(recipient, message_id):
    """Return the mail that came back, or None. No mail that was not sent can come back."""
    sent = OutgoingMail.objects.exclude(attempts=0)
    if message_id:
        return sent.filter(message_id=message_id).first()
    lately = sent.filter(created_at__gt=timezone.now() - LATELY)
    return lately.filter(recipient__iexact=recipient.address).order_by("-created_at").first()


def host_of(address: str) -> str:
    """Return the host of an address that somebody else wrote, fit for a terminal and a log."""
    host = address.rpartition("@")[2]
    return host if HOST.fullmatch(host) else "an unreadable host"
