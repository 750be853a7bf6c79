from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from forms.models.submission import Submission

SECRET_LENGTH = 32


def new_secret() -> str:
    """Return what the keys and codes of one pledge are made from."""
    return get_random_string(SECRET_LENGTH)


class PledgeQuerySet(models.QuerySet):
    def counted(self):
        """The pledges that the coalition may count in public: those that a person confirmed."""
        return self.filter(status=Pledge.Status.CONFIRMED)

    def pending(self):
        return self.filter(status=Pledge.Status.PENDING)


class Pledge(Submission):
    """Somebody's commitment: one per page and address, tied to the words they saw.

    Of an erased one nothing is left but that somebody confirmed it, on which page and day.
    """

    class Status(models.TextChoices):
        PENDING = "pending", _("not confirmed yet")
        CONFIRMED = "confirmed", _("confirmed")
        WITHDRAWN = "withdrawn", _("withdrawn")
        INVALID = "invalid", _("invalid")

    page = models.ForeignKey(
        "forms.PledgePage",
        verbose_name=_("pledge page"),
        on_delete=models.PROTECT,
        related_name="pledges",
    )
    created_at = models.DateTimeField(_("signed"), auto_now_add=True)
    email = models.EmailField(
        _("e-mail address"),
        null=True,  # once it is erased; several rows without one may stand beside each other
        blank=True,
        help_text=_("Kept in lower case, so that each counts once."),
    )
    society = models.ForeignKey(
        "members.MemberSocietyPage",
        verbose_name=_("member society"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    state = models.CharField(_("state"), max_length=2, blank=True)
    wants_updates = models.BooleanField(_("wants updates"), default=False)
    consent_at = models.DateTimeField(_("agreed to updates at"), null=True, blank=True)
    # A line for each key of an action that was ticked; a text, since both databases search it.
    ticked = models.TextField(_("actions ticked"), blank=True)

    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.PENDING
    )
    # Dropping counts from here; not from `created_at`, which may be older than confirmation is.
    pending_since = models.DateTimeField(_("asked to confirm"), default=timezone.now)
    last_asked_at = models.DateTimeField(_("last asked to confirm"), default=timezone.now)
    reminders = models.PositiveSmallIntegerField(_("reminders"), default=0)
    asked_by_staff = models.PositiveSmallIntegerField(_("asked again by staff"), default=0)
    opened_at = models.DateTimeField(_("opened the page to confirm"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    invalidated_at = models.DateTimeField(_("marked invalid at"), null=True, blank=True)
    erased_at = models.DateTimeField(_("erased at"), null=True, blank=True)
    # Links and codes are made from these two, so a row's end, or a withdrawal, ends them.
    secret = models.CharField(max_length=SECRET_LENGTH, default=new_secret, editable=False)
    times_withdrawn = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = PledgeQuerySet.as_manager()

    class Meta:
        verbose_name = _("pledge")
        verbose_name_plural = _("pledges")
        ordering = ["-created_at", "-pk"]
        permissions = [("export_pledge", "Can export pledge")]
        constraints = [
            models.UniqueConstraint(fields=["page", "email"], name="forms_pledge_once"),
        ]
        indexes = [
            models.Index(fields=["status", "pending_since"], name="forms_pledge_status"),
            models.Index(fields=["created_at"], name="forms_pledge_created"),
            models.Index(
                fields=["confirmed_at"],
                condition=models.Q(status="confirmed"),
                name="forms_pledge_confirmed",
            ),
        ]

    def __str__(self):
        # The number, not the name: this text ends up in histories and logs.
        return _("Pledge %(number)s") % {"number": self.pk}

    @property
    def actions(self) -> list[str]:
        """The keys of the actions that were ticked."""
        return self.ticked.split()
