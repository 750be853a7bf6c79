from django.db import models
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from resources.reuse.citations import source_in_words


class Source(models.Model):
    """Where figures come from: who produced them, and where that can be read."""

    producer = models.CharField(
        _("producer"),
        max_length=255,
        help_text=_("The organization or the authors that produced the data."),
    )
    title = models.CharField(
        _("title"), max_length=255, help_text=_("Of the report, article or data set.")
    )
    citation = models.TextField(
        _("citation"),
        blank=True,
        help_text=_("As it should be cited. Empty: made from producer, title and date."),
    )
    address = models.URLField(
        _("address"),
        max_length=500,
        blank=True,
        help_text=_("Where it can be read. Best a permanent one, such as https://doi.org/…"),
    )
    published_on = models.DateField(
        _("published on"), null=True, blank=True, help_text=_("When its producer published it.")
    )
    accessed_on = models.DateField(
        _("accessed on"), null=True, blank=True, help_text=_("When one of us last read it there.")
    )
    licence = models.CharField(
        _("license"),
        max_length=120,
        blank=True,
        help_text=_("Under which its data may be used: CC BY 4.0, public domain."),
    )

    panels = [
        FieldPanel("producer"),
        FieldPanel("title"),
        FieldPanel("citation"),
        FieldPanel("address"),
        FieldRowPanel([FieldPanel("published_on"), FieldPanel("accessed_on")]),
        FieldPanel("licence"),
    ]

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["producer", "title", "pk"]

    def __str__(self):
        return ": ".join(filter(None, [self.producer, self.title]))

    @property
    def cited(self) -> str:
        """How it is cited, in words."""
        return source_in_words(self)

    @property
    def page_address(self) -> str:
        """Where this site lists what rests on it, in the language in force."""
        return reverse("source", args=[self.pk])

    def delete(self, *args, **kwargs):
        """Raise ProtectedError while a figure rests on it."""
        if used := list(self.figures.all()[:1]):
            raise ProtectedError("The source is in use.", used)
        return super().delete(*args, **kwargs)
