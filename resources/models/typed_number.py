from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class TypedNumber(models.Model):
    """A number in a published page: one that somebody typed, or a figure that is quoted."""

    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="typed_numbers"
    )
    amount = models.DecimalField(
        _("number"), max_digits=14, decimal_places=4, null=True, db_index=True
    )
    unit = models.CharField(_("unit"), max_length=40)
    text = models.CharField(_("as it was typed"), max_length=120, default="", blank=True)
    context = models.CharField(_("where it stands"), max_length=255)
    quoted = models.UUIDField(_("figure quoted"), null=True)

    class Meta:
        verbose_name = _("typed number")
        verbose_name_plural = _("typed numbers")
        ordering = ["page", "pk"]

    def __str__(self):
        return self.text or self.context
