from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class SocietyNameQuerySet(models.QuerySet):
    def in_use_on(self, day: date):
        """Return the names in use on `day` or before, the one in use last."""
        return self.filter(Q(since=None) | Q(since__lte=day)).order_by(
            F("since").asc(nulls_first=True), "pk"
        )


class SocietyName(models.Model):
    """An official name that a society's page was published with. Never changed."""

    society = models.ForeignKey(
        "members.MemberSocietyPage", on_delete=models.CASCADE, related_name="names"
    )
    name = models.CharField(_("name"), max_length=255)
    since = models.DateField(_("in use since"), null=True)

    objects = SocietyNameQuerySet.as_manager()

    class Meta:
        verbose_name = _("name of a society")
        verbose_name_plural = _("names of societies")
        ordering = ["pk"]

    def __str__(self):
        return self.name
