"""What staff add to a pledge page below its fixed words."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from forms.models.question import Question


class PledgeQuestion(Question):
    page = ParentalKey("forms.PledgePage", on_delete=models.CASCADE, related_name="questions")


class PledgeAction(TranslatableMixin, Orderable):
    """Something definite that signers may commit to, such as longer hours for mammography.

    Its translation key is what a pledge keeps: the same in every language, whatever the words
    become.
    """

    page = ParentalKey("forms.PledgePage", on_delete=models.CASCADE, related_name="actions_to_tick")
    text = models.CharField(
        _("action"), max_length=255, help_text=_("For example: Extend our mammography hours.")
    )

    panels = [FieldPanel("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("action")
        verbose_name_plural = _("actions")

    def __str__(self):
        return self.text


class EarlierCount(TranslatableMixin, Orderable):
    """Commitments that this form did not collect: how many, until when, and who says so."""

    page = ParentalKey("forms.PledgePage", on_delete=models.CASCADE, related_name="earlier_counts")
    number = models.PositiveIntegerField(
        _("number"), null=True, help_text=_("How many people committed to act.")
    )
    counted_on = models.DateField(
        _("counted on"), null=True, help_text=_("The day for which the number is right.")
    )
    source = models.CharField(
        _("source"),
        max_length=255,
        help_text=_("Where and how they were collected, and who counted. Readers see it."),
    )
    source_address = models.URLField(
        _("address of the source"), max_length=500, blank=True, help_text=_("If it is on the web.")
    )

    panels = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("counted_on")]),
        FieldPanel("source"),
        FieldPanel("source_address"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("earlier count")
        verbose_name_plural = _("earlier counts")

    def __str__(self):
        return self.source
