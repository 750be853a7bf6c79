from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class TypedNumber(models.Model):
    """A number that somebody typed into a published page, where it could quote a figure."""

    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="typed_numbers"
    )
    amount = models.DecimalField(_("number"), max_digits=14, decimal_places=4, db_index=True)
    unit = models.CharField(_("unit"), max_length=40)
    context = models.CharField(_("where it stands"), max_length=255)

    class Meta:
        verbose_name = _("typed number")
        verbose_name_plural = _("typed numbers")
        ordering = ["page", "pk"]

    def __str__(self):
        return self.context
