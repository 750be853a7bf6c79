from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """What a society is to the coalition during a period. Empty: a member, no level recorded."""

    CONVENOR = "convenor", _("Convenor")
    FOUNDING = "founding", _("Founding member")
    EXECUTIVE = "executive", _("Executive member")
    GENERAL = "general", _("General member")
    PROSPECTIVE = "prospective", _("Prospective member")
    FORMER = "former", _("Former member")

    __empty__ = _("Member")


OUTSIDE = [Level.PROSPECTIVE, Level.FORMER]


class MembershipQuerySet(models.QuerySet):
    def on(self, day: date):
        """Return the periods that hold `day`. A period without a start holds every earlier day."""
        has_begun = Q(start=None) | Q(start__lte=day)
        return self.filter(has_begun & (Q(end=None) | Q(end__gte=day)))

    def of(self, society):
        """Return the periods of a society, whichever of its translations is given."""
        return self.filter(society__translation_key=society.translation_key)

    def departures(self):
        """Return the periods of societies that left and did not come back."""
        return self.filter(level=Level.FORMER, end=None)

    def overlapping(self, start: date | None, end: date | None):
        """Return the periods that share a day with the one from `start` to `end`."""
        begins_before_end = Q(start=None) | Q(start__lte=end) if end else Q()
        ends_after_start = Q(end=None) | Q(end__gte=start) if start else Q()
        return self.filter(begins_before_end & ends_after_start)


class Membership(models.Model):
    """A period in which a society had one level, from its first to its last day.

    Rows, and not fields of the page: history is the coalition's, and it must not change when
    an old version of the page is published again.
    """

    society = models.ForeignKey(
        "members.MemberSocietyPage",
        verbose_name=_("society"),
        on_delete=models.PROTECT,
        related_name="memberships",
    )
    level = models.CharField(_("level"), max_length=12, choices=Level.choices, blank=True)
    start = models.DateField(
        _("first day"),
        null=True,
        blank=True,
        help_text=_("Leave it empty if nobody knows. Readers are told that it is not recorded."),
    )
    end = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty while the period goes on.")
    )
    source = models.CharField(
        _("source"),
        max_length=255,
        help_text=_("Where this is written: minutes, a letter, a web page. Readers see it."),
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("membership history")
        ordering = ["society", F("start").asc(nulls_first=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gte=F("start")),
                name="members_membership_ends_after_start",
                violation_error_message=_("The last day lies before the first."),
            )
        ]

    def __str__(self):
        return f"{self.society}: {self.level_name}"

    @property
    def level_name(self) -> str:
        """The level in words, also where none is recorded."""
        return self.get_level_display() or Level.__empty__

    def clean(self):
        """A society has one level at a time."""
        super().clean()
        if not self.society_id or (self.start and self.end and self.end < self.start):
            return
        others = Membership.objects.of(self.society).exclude(pk=self.pk)
        if others.overlapping(self.start, self.end).exists():
            raise ValidationError(
                _("Another period of this society shares days with this one. End that one first.")
            )
