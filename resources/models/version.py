from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class FigureVersion(models.Model):
    """What a figure said to its readers from one publication to the next. Never changed.

    It outlives the figure: who quoted it can see what stood there. `record` is what
    `resources.figures.record.record` returned when it was published.
    """

    figure_key = models.UUIDField(_("figure"), db_index=True)
    language = models.CharField(_("language"), max_length=10)
    number = models.PositiveIntegerField(_("version"))
    page = models.ForeignKey(
        "resources.StatisticPage",
        verbose_name=_("page"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="figure_versions",
    )
    record = models.JSONField(_("what it said"), encoder=DjangoJSONEncoder)
    published_at = models.DateTimeField(_("published at"))
    replaced_at = models.DateTimeField(_("replaced at"), null=True, blank=True)
    correction = models.ForeignKey(
        "resources.Correction",
        verbose_name=_("correction"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("That announced this version."),
    )

    class Meta:
        verbose_name = _("version of a figure")
        verbose_name_plural = _("versions of figures")
        ordering = ["figure_key", "language", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["figure_key", "language", "number"], name="one_version_a_number"
            )
        ]

    def __str__(self):
        return f"{self.figure_key} {self.language} {self.number}"
