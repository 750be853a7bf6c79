from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Reviewed(models.Model):
    """What a page has that somebody looks at again from time to time."""

    review_on = models.DateField(
        _("review on"),
        null=True,
        blank=True,
        help_text=_("From this day readers see that a review is due."),
    )
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kept by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Who reviews it. Readers never see it."),
    )

    class Meta:
        abstract = True

    @property
    def is_review_due(self) -> bool:
        """Whether the day has come on which it should be looked at again."""
        return self.review_on is not None and self.review_on <= timezone.localdate()
