from django.db import models
from django.utils.translation import gettext_lazy as _


class EmptySearch(models.Model):
    """How often a question found nothing on a day. Who asked it is not known."""

    words = models.CharField(_("words"), max_length=60)
    language = models.CharField(_("language"), max_length=10)
    day = models.DateField(_("day"))
    times = models.PositiveIntegerField(_("times"), default=0)

    class Meta:
        verbose_name = _("search that found nothing")
        verbose_name_plural = _("searches that found nothing")
        constraints = [
            models.UniqueConstraint(fields=["words", "language", "day"], name="one_empty_a_day")
        ]

    def __str__(self):
        return self.words
