from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin


class CorrectionKind(models.TextChoices):
    """Why something changed, or is said."""

    CORRECTION = "correction", _("Correction: what stood here was wrong")
    UPDATE = "update", _("Update: newer data take the place of older ones")
    NOTICE = "notice", _("Notice: something that readers should know")


# What readers see before its text.
SHORT = {
    CorrectionKind.CORRECTION: pgettext_lazy("of a figure", "Correction"),
    CorrectionKind.UPDATE: pgettext_lazy("of a figure", "Update"),
    CorrectionKind.NOTICE: pgettext_lazy("of a figure", "Notice"),
}


class Correction(TranslatableMixin, Orderable):
    """What changed on a statistic's page, and why. Public, and never changed once it is live."""

    page = ParentalKey(
        "resources.StatisticPage", on_delete=models.CASCADE, related_name="corrections"
    )
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=CorrectionKind.choices,
        default=CorrectionKind.CORRECTION,
        help_text=_("Readers see it before the text."),
    )
    text = models.TextField(
        _("what changed, and why"),
        max_length=1000,
        help_text=_("Name the old number and the new one. Once published it stays as it is."),
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)

    panels = [FieldPanel("kind"), FieldPanel("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("correction or notice")
        verbose_name_plural = _("corrections and notices")

    def __str__(self):
        return self.text[:80]

    @property
    def short_kind(self) -> str:
        """Its kind in a word, for readers."""
        return str(SHORT[self.kind]) if self.kind in SHORT else ""

    @property
    def announces(self) -> bool:
        """Whether it says that a number changed; a notice does not."""
        return self.kind != CorrectionKind.NOTICE
