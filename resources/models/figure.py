from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from resources import charts, numerals
from resources.fields import FigureField
from resources.figure_rules import problems_of
from resources.kinds import Direction, FigureKind, Qualifier
from resources.models.statistic import StatisticPage


class Figure(TranslatableMixin, Orderable):
    """One typed figure of a statement."""

    page = ParentalKey(StatisticPage, on_delete=models.CASCADE, related_name="figures")
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=FigureKind.choices,
        help_text=_("What the number says. The chart and the table follow from it."),
    )
    qualifier = models.CharField(
        _("qualifier"),
        max_length=12,
        choices=Qualifier.choices,
        blank=True,
        help_text=_("The word before the number, where it was published with one."),
    )
    value = FigureField(
        _("value"),
        help_text=_("For 42% more, or for 42% of a group, type 42. For twice as many, type 2."),
    )
    comparison_value = FigureField(
        _("value of the comparison group"),
        help_text=_("Only for two shares or rates side by side."),
    )
    unit = models.CharField(
        _("unit"),
        max_length=40,
        blank=True,
        help_text=_("For example % or per 100,000. Ratios and percent more or less need none."),
    )
    direction = models.CharField(
        _("direction"),
        max_length=12,
        choices=Direction.choices,
        blank=True,
        help_text=_("For a figure without a number."),
    )
    outcome = models.CharField(
        _("outcome"), max_length=255, help_text=_("What is counted: death from breast cancer.")
    )
    group = models.CharField(
        _("group"), max_length=255, blank=True, help_text=_("Whom the figure is about.")
    )
    comparison_group = models.CharField(
        _("compared with"),
        max_length=255,
        blank=True,
        help_text=_("The other group. While it is empty there is no chart."),
    )
    place = models.CharField(
        _("place"), max_length=120, blank=True, help_text=_("Where it was counted: U.S.")
    )
    period = models.CharField(
        _("period"), max_length=120, blank=True, help_text=_("When it was counted: 2019 to 2021.")
    )
    low = FigureField(
        _("lower bound"),
        help_text=_("Of the interval that the source gives with the value: its lower end."),
    )
    high = FigureField(
        _("upper bound"),
        help_text=_("Its upper end. The table shows the two only together."),
    )
    higher_is_better = models.BooleanField(
        _("higher is better"),
        default=False,
        help_text=_("As with screenings. It is kept with the figure; readers do not see it."),
    )
    caveat = models.CharField(
        _("caveat about this figure"),
        max_length=255,
        blank=True,
        help_text=_("A few words about this number alone, for example: in one state only."),
    )

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("qualifier")]),
        FieldRowPanel([FieldPanel("value"), FieldPanel("comparison_value"), FieldPanel("unit")]),
        FieldPanel("direction"),
        FieldPanel("outcome"),
        FieldRowPanel([FieldPanel("group"), FieldPanel("comparison_group")]),
        FieldRowPanel([FieldPanel("place"), FieldPanel("period")]),
        FieldRowPanel([FieldPanel("low"), FieldPanel("high")]),
        FieldPanel("higher_is_better"),
        FieldPanel("caveat"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")

    def __str__(self):
        return ": ".join(filter(None, [self.group, self.outcome]))

    def clean(self):
        """Refuse a figure whose parts do not fit its kind."""
        super().clean()
        if problems := problems_of(self):
            raise ValidationError(problems)

    @property
    def numerals(self):
        """Its numbers, written large."""
        return numerals.numerals(self)

    @property
    def in_words(self) -> str:
        """What it says, as one line."""
        return numerals.in_words(self)

    @property
    def interval(self) -> str:
        """The bounds of its value, empty where they are not known."""
        return numerals.interval(self)

    @property
    def chart(self):
        """Its chart, None where there is no number to draw."""
        return charts.chart(self)
