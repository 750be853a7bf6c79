"""The suppression list: addresses that get no more mail."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms.outbox.hashes import hashes_of


class SuppressedAddressQuerySet(models.QuerySet):
    def of(self, address):
        return self.filter(address_hash__in=hashes_of(address))


class SuppressedAddress(models.Model):
    """One address, kept as a keyed hash alone.

    So the list outlives the erasure of a person's data, and nobody can read it. It is only as
    lasting as the secret key: a new key needs the old one in SECRET_KEY_FALLBACKS.
    """

    class Scope(models.TextChoices):
        ALL = "all", _("all mail")
        UPDATES = "updates", _("mail that answers nothing")

    class Reason(models.TextChoices):
        BOUNCED = "bounced", _("mail came back")
        COMPLAINED = "complained", _("complained")
        ASKED = "asked", _("asked for no more mail")
        STAFF = "staff", _("by staff")

    address_hash = models.CharField(_("hash of the address"), max_length=64)
    scope = models.CharField(_("covers"), max_length=10, choices=Scope.choices, default=Scope.ALL)
    reason = models.CharField(_("reason"), max_length=10, choices=Reason.choices)
    since = models.DateTimeField(_("since"), default=timezone.now)

    objects = SuppressedAddressQuerySet.as_manager()

    class Meta:
        verbose_name = _("suppressed address")
        verbose_name_plural = _("suppressed addresses")
        constraints = [
            models.UniqueConstraint(
                fields=["address_hash", "scope"], name="suppressed_address_once_per_scope"
            ),
        ]

    def __str__(self):
        return f"{self.get_scope_display()}: {self.get_reason_display()}"
