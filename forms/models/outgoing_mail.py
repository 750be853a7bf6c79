"""The outbox: one row per mail, kept after it was sent."""

from django.contrib.admin import display
from django.db import models
from django.db.models import Count, Min, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms.outbox.redaction import without_address
from forms.purposes import purpose_label


class OutgoingMailQuerySet(models.QuerySet):
    def due(self, now):
        """Mail to send at `now`: waiting, its time has come, and no sender holds a lease on it."""
        free = Q(lease_until=None) | Q(lease_until__lt=now)
        return self.waiting().filter(free, next_attempt_at__lte=now)

    def waiting(self):
        return self.filter(state=OutgoingMail.State.WAITING)

    def held(self):
        return self.filter(state=OutgoingMail.State.HELD)

    def unsent(self):
        """Mail that is going out, or would if somebody let it."""
        return self.filter(state__in=[OutgoingMail.State.WAITING, OutgoingMail.State.HELD])

    def receipts_sent(self):
        """The first mail of each pledge, where it left (see the index of the same condition)."""
        return self.filter(purpose="pledge", state=OutgoingMail.State.SENT)

    def counts_by_state(self):
        """How many mails are in each state: {"waiting": 3, "sent": 120, …}. One query."""
        rows = self.order_by().values_list("state").annotate(Count("pk"))
        return dict.fromkeys(OutgoingMail.State.values, 0) | dict(rows)

    def oldest_waiting_since(self):
        """When the oldest waiting mail was written; None if none waits. One query."""
        return self.waiting().aggregate(oldest=Min("created_at"))["oldest"]

    def oldest_waiting_age(self):
        """The age of the oldest waiting mail as a timedelta; None if none waits. One query."""
        oldest = self.oldest_waiting_since()
        return oldest and timezone.now() - oldest


class OutgoingMail(models.Model):
    """One mail to one address, written with what causes it and sent later (forms/outbox/).

    Everything the message needs is in the row, so that sending it again sends the same message.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")
        HELD = "held", _("held")
        SUPPRESSED = "suppressed", _("suppressed")

    class Reason(models.TextChoices):
        """Why a mail is held, suppressed or failed, where it is not what the server said."""

        SUPPRESSED = "suppressed", _("The address gets no more mail.")
        ADDRESS_CAP = "address_cap", _("Too many mails to this address in a day.")
        DAY_CAP = "day_cap", _("Too many mails in a day.")
        OPERATOR = "operator", _("Held by an operator.")
        BOUNCED = "bounced", _("The mail came back.")

    RETRIABLE = [State.FAILED, State.HELD]

    key = models.CharField(
        _("key"),
        max_length=200,
        unique=True,
        help_text=_("Names the reason for the mail; no second mail is made for the same key."),
    )
    purpose = models.CharField(_("purpose"), max_length=50)

    sender = models.CharField(_("sender"), max_length=600)
    recipient = models.EmailField(_("recipient"))
    reply_to = models.CharField(_("reply to"), max_length=600, blank=True)
    subject = models.CharField(_("subject"), max_length=255)
    text = models.TextField(_("text"))
    html = models.TextField(_("HTML"), blank=True)
    message_id = models.CharField(_("message ID"), max_length=320)
    headers = models.JSONField(_("further headers"), default=dict, blank=True)

    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING
    )
    reason = models.CharField(_("reason"), max_length=20, choices=Reason.choices, blank=True)
    # Caused by a visitor's form, and not stopped when it was written (forms/outbox/caps.py).
    counted = models.BooleanField(_("counts towards the caps"), default=False)
    # Also the fencing token: it rises with every claim and never falls (forms/outbox/claims.py).
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    lease_until = models.DateTimeField(_("being sent until"), null=True, blank=True)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    last_error = models.TextField(_("last error"), blank=True)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mail")
        indexes = [
            models.Index(
                fields=["next_attempt_at", "id"],
                condition=Q(state="waiting"),
                name="outgoing_mail_due",
            ),
            models.Index(fields=["state", "created_at"], name="outgoing_mail_state_age"),
            models.Index(
                fields=["created_at"], condition=Q(counted=True), name="outgoing_mail_counted"
            ),
            models.Index(
                fields=["recipient", "created_at"],
                condition=Q(counted=True),
                name="outgoing_mail_counted_to",
            ),
            models.Index(
                fields=["created_at", "recipient"],
                condition=Q(purpose="pledge", state="sent"),
                name="outgoing_mail_receipts",
            ),
        ]

    def __str__(self):
        return self.key  # goes to logs and admin history, so nothing personal

    @display(description=_("purpose"), ordering="purpose")
    def purpose_label(self):
        """What it is for, in words for staff."""
        return purpose_label(self.purpose)

    @property
    def is_update(self):
        """Whether it answers nothing, so that its reader may unsubscribe."""
        return "List-Unsubscribe" in self.headers

    @display(description=_("what went wrong"))
    def trouble(self):
        """Why it was not sent, and what a mail server last said; without the address."""
        error = without_address(self.last_error, self.recipient)
        return f"{self.get_reason_display()} {error}".strip()

    @property
    @display(description=_("to an address at"))
    def recipient_host(self):
        """The part of the address after the @, which names nobody."""
        return self.recipient.rpartition("@")[2]

    recipient_host.fget.short_description = _("to an address at")  # the heading in staff's tables
