from decimal import Decimal

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import ProtectedError, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from resources.figures.kept import rows_of
from resources.models.figure import Figure
from resources.models.statistic import StatisticPage

FROZEN = _("What was published stays as it was.")
# What may be said about a version later: until when it stood, and what announced it.
LATER = {"replaced_at", "correction", "page", "is_private"}
NUMBERS = ["value", "comparison_value", "low", "high"]


class FigureVersionQuerySet(models.QuerySet):
    """Refuses, with ProtectedError, to change or delete what readers have seen."""

    def update(self, **values):
        if values.keys() - LATER:
            raise ProtectedError(str(FROZEN), set())
        return super().update(**values)

    def delete(self):
        raise ProtectedError(str(FROZEN), set())

    def standing(self):
        """Return the versions that nothing has replaced yet."""
        return self.filter(replaced_at=None)

    def open_to_all(self):
        """Return the versions that no privacy setting of their page hides."""
        pages = StatisticPage.objects.open_to_all().order_by().values("pk")
        return self.filter(Q(page__in=pages) | Q(page=None, is_private=False))

    def of(self, key, language: str):
        """Return the versions of a figure in a language, the newest first."""
        found = self.filter(figure_key=key, language=language).order_by("-number")
        return found.select_related("correction")


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
    is_private = models.BooleanField(
        _("was private"),
        default=False,
        help_text=_("Its page was hidden from readers when it was deleted."),
    )

    objects = FigureVersionQuerySet.as_manager()

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

    def save(self, *args, **kwargs):
        """Write a new version. Raises ProtectedError for one that is kept already."""
        if not self._state.adding:
            raise ProtectedError(str(FROZEN), {self})
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Raises ProtectedError."""
        raise ProtectedError(str(FROZEN), {self})

    @property
    def address(self) -> str:
        """Where it can be read, for ever."""
        with override(self.language):
            return reverse("figure_version", args=[self.figure_key, self.number])

    @property
    def figure_address(self) -> str:
        """Where the figure itself is."""
        with override(self.language):
            return reverse("figure", args=[self.figure_key])

    @property
    def title(self) -> str:
        """What the figure is called, as str() of a figure."""
        parts = [self.record.get("group"), self.record.get("outcome")]
        return ": ".join(filter(None, parts))

    @property
    def rows(self) -> list[tuple[str, str]]:
        """What it claimed, as names and words."""
        return rows_of(self.record, Figure)

    @cached_property
    def figure(self) -> Figure:
        """The figure as it was, as far as its number goes."""
        words = {name: self.record.get(name) or "" for name in ("kind", "qualifier", "direction")}
        numbers = {name: number_in(self.record.get(name)) for name in NUMBERS}
        return Figure(unit=self.record.get("unit") or "", **words, **numbers)

    @property
    def in_words(self) -> str:
        """Its number as one line, or what it said where there was none."""
        return self.figure.in_words or self.record.get("sentence") or ""


def number_in(kept) -> Decimal | None:
    return None if kept is None else Decimal(kept)
