from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.mail_validators import validate_address

LIFETIME = timedelta(days=14)


class InvitationQuerySet(models.QuerySet):
    def waiting(self):
        """Return those that nobody has accepted or revoked, in time or not."""
        return self.filter(accepted_at=None, revoked_at=None)

    def open(self):
        """Return those that can still be accepted."""
        return self.waiting().filter(expires_at__gt=timezone.now())

    def in_state(self, state: str):
        """Return those of which this became. Raises ValueError for a state there is not."""
        states = Invitation.State
        return {
            states.OPEN: self.open(),
            states.ACCEPTED: self.exclude(accepted_at=None),
            states.EXPIRED: self.waiting().filter(expires_at__lte=timezone.now()),
            states.REVOKED: self.exclude(revoked_at=None),
        }[states(state)]


class Invitation(models.Model):
    """An address that was asked to edit a society's section. It can be accepted once."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        EXPIRED = "expired", _("expired")
        REVOKED = "revoked", _("revoked")

    section = models.ForeignKey(
        "members.Section",
        verbose_name=_("society"),
        on_delete=models.CASCADE,
        related_name="invitations",
    )
    email = models.EmailField(_("e-mail address"), validators=[validate_address])
    # What the link proves. A new mail gets a new one, so that older links end.
    nonce = models.CharField(max_length=32)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("invited by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    sent_at = models.DateTimeField(_("sent"))
    expires_at = models.DateTimeField(_("open until"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["section", "email"],
                condition=models.Q(accepted_at=None, revoked_at=None),
                name="members_invitation_once",
                violation_error_message=_("This address has an invitation already. Send it again."),
            )
        ]

    def __str__(self):
        return _("Invitation %(number)s") % {"number": self.pk}

    @property
    def state(self) -> "Invitation.State":
        """What became of it."""
        if self.accepted_at:
            return self.State.ACCEPTED
        if self.revoked_at:
            return self.State.REVOKED
        return self.State.EXPIRED if self.expires_at <= timezone.now() else self.State.OPEN
