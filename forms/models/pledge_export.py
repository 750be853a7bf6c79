from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PledgeExport(models.Model):
    """That somebody took pledges out of the site: who, when, how, and exactly which rows."""

    class Format(models.TextChoices):
        CSV = "csv", "CSV"
        XLSX = "xlsx", "XLSX"

    wagtail_reference_index_ignore = True  # or every editor could count them

    # Such an account can be closed, but not deleted: the record has to say whose it was.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(_("exported"), auto_now_add=True)
    format = models.CharField(_("format"), max_length=4, choices=Format.choices)
    filters = models.TextField(
        _("filters"), blank=True, help_text=_("In words; what was searched for is not kept.")
    )
    row_count = models.PositiveIntegerField(_("number of rows"))
    row_numbers = models.TextField(
        _("numbers of the pledges"), blank=True, help_text=_("As ranges, such as 1-500, 502.")
    )

    class Meta:
        verbose_name = _("export of pledges")
        verbose_name_plural = _("exports of pledges")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return _("Export %(number)s") % {"number": self.pk}
