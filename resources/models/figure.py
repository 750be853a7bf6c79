from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Locale, Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from resources.figures.fields import FigureField
from resources.figures.kinds import Direction, FigureKind, Qualifier
from resources.figures.readings import Readings
from resources.figures.rules import problems_of
from resources.figures.units import normal_unit
from resources.models.statistic import PARTS, StatisticPage
from resources.vocabulary.kinds import TermKind

OUTCOME_HELP = _(
    "What is counted. What these lists lack is added in the menu under Statistics, by the "
    "coalition's staff."
)
YEARS = [MinValueValidator(1800), MaxValueValidator(2200)]


def term_field(kind: TermKind, label, help_text, **options):
    """Return a field that points to a term of one kind."""
    return models.ForeignKey(
        "resources.Term",
        verbose_name=label,
        # Not PROTECT, with which old drafts could not be read. Term.delete protects.
        on_delete=models.SET_NULL,
        null=True,
        limit_choices_to={"kind": kind},
        related_name="+",
        help_text=help_text,
        **options,
    )


class FigureQuerySet(models.QuerySet):
    def shown(self):
        """Return the figures of pages that readers may see, with what is written about them."""
        return self.filter(page__in=StatisticPage.objects.shown().order_by().values("pk")).whole()

    def whole(self):
        """Return the figures with all that is written about them."""
        return self.select_related("page__locale").prefetch_related(*PARTS)

    def about(self, term):
        """Return those that name a term as their outcome or as either of their groups."""
        return self.filter(Q(outcome=term) | Q(group=term) | Q(comparison_group=term))

    def in_language_read(self):
        """Return those in the language of the address."""
        return self.filter(locale=Locale.get_active())


class Figure(Readings, TranslatableMixin, Orderable, ClusterableModel):
    """One typed figure of a statement. Its `translation_key` is its id, for ever.

    What is made from its data is in `Readings`.
    """

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
    points = models.TextField(
        _("values by year"),
        blank=True,
        help_text=_(
            "Only for a trend series. One line for each year: the year, the value, and the value "
            "of the comparison group if there is one: 2019 12.5 10.1"
        ),
    )
    is_suppressed = models.BooleanField(
        _("withheld by the source"),
        default=False,
        help_text=_("The source gives no number, for example because there were too few cases."),
    )
    outcome = term_field(TermKind.OUTCOME, _("outcome"), OUTCOME_HELP)
    group = term_field(TermKind.POPULATION, _("group"), _("Whom the figure is about."), blank=True)
    comparison_group = term_field(
        TermKind.POPULATION,
        _("compared with"),
        _("The other group. While it is empty there is no comparison."),
        blank=True,
    )
    place = models.CharField(
        _("place"), max_length=120, blank=True, help_text=_("Where it was counted: U.S.")
    )
    period = models.CharField(
        _("period in words"),
        max_length=120,
        blank=True,
        help_text=_("When it was counted, as it was published: past two years."),
    )
    from_year = models.PositiveSmallIntegerField(
        _("from year"),
        null=True,
        blank=True,
        validators=YEARS,
        help_text=_("The first year of the period, if it is known."),
    )
    to_year = models.PositiveSmallIntegerField(
        _("to year"),
        null=True,
        blank=True,
        validators=YEARS,
        help_text=_("The last year. Empty: one year only."),
    )
    low = FigureField(
        _("lower bound"),
        help_text=_("Of the interval that the source gives with the value: its lower end."),
    )
    high = FigureField(
        _("upper bound"),
        help_text=_("Its upper end. The table shows the two only together."),
    )
    comparison_low = FigureField(
        _("lower bound, comparison"), help_text=_("The same for the comparison group.")
    )
    comparison_high = FigureField(
        _("upper bound, comparison"), help_text=_("The same for the comparison group.")
    )
    confidence = models.PositiveSmallIntegerField(
        _("level of confidence"),
        null=True,
        blank=True,
        validators=[MinValueValidator(50), MaxValueValidator(99)],
        help_text=_("Of the interval, in percent: 95."),
    )
    n = models.PositiveIntegerField(
        _("number of people"), null=True, blank=True, help_text=_("How many were counted.")
    )
    comparison_n = models.PositiveIntegerField(
        _("number of people, comparison"),
        null=True,
        blank=True,
        help_text=_("How many of the comparison group."),
    )
    base_value = FigureField(
        _("measured value"),
        help_text=_("Of the group, in the unit above: 28.2 per 100,000."),
    )
    base_comparison_value = FigureField(
        _("measured value, comparison"), help_text=_("Of the comparison group, in the same unit.")
    )
    higher_is_better = models.BooleanField(
        _("higher is better"),
        default=False,
        help_text=_("As with screenings."),
    )
    definition = models.TextField(
        _("definition"),
        blank=True,
        help_text=_("How the source counted: who is in, what is left out, adjusted for what."),
    )
    missing = models.CharField(
        _("who is missing"),
        max_length=255,
        blank=True,
        help_text=_("Who was not counted, or not apart: people in prisons, tribal lands."),
    )
    caveat = models.CharField(
        _("caveat about this figure"),
        max_length=255,
        blank=True,
        help_text=_("A few words about this number alone, for example: in one state only."),
    )
    sources = ParentalManyToManyField(
        "resources.Source",
        verbose_name=_("sources"),
        blank=True,
        related_name="figures",
        help_text=_("Where the number comes from. A new source is made under Statistics, Sources."),
    )
    unsourced_reason = models.CharField(
        _("why it has no source"),
        max_length=255,
        blank=True,
        help_text=_("Needed to publish a figure without a source. Staff read it; readers do not."),
    )
    superseded_by = models.ForeignKey(
        "self",
        verbose_name=_("superseded by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="supersedes",
        help_text=_("The figure that took its place. This one keeps its address and points there."),
    )

    objects = FigureQuerySet.as_manager()

    override_translatable_fields = [
        SynchronizedField("points", overridable=False),
        SynchronizedField("superseded_by", overridable=False),
    ]

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("qualifier")]),
        FieldRowPanel([FieldPanel("value"), FieldPanel("comparison_value"), FieldPanel("unit")]),
        FieldPanel("direction"),
        FieldPanel("points"),
        FieldPanel("outcome", widget=forms.Select),
        FieldRowPanel(
            [
                FieldPanel("group", widget=forms.Select),
                FieldPanel("comparison_group", widget=forms.Select),
            ]
        ),
        FieldRowPanel([FieldPanel("place"), FieldPanel("period")]),
        FieldRowPanel([FieldPanel("from_year"), FieldPanel("to_year")]),
        FieldPanel("sources", widget=forms.CheckboxSelectMultiple),
        FieldPanel("unsourced_reason"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("base_value"), FieldPanel("base_comparison_value")])],
            heading=_("What a ratio or a percent more or less was made from"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("low"), FieldPanel("high"), FieldPanel("confidence")]),
                FieldRowPanel([FieldPanel("comparison_low"), FieldPanel("comparison_high")]),
                FieldRowPanel([FieldPanel("n"), FieldPanel("comparison_n")]),
                FieldPanel("is_suppressed"),
            ],
            heading=_("How sure it is"),
        ),
        FieldPanel("higher_is_better"),
        FieldPanel("definition"),
        FieldPanel("missing"),
        FieldPanel("caveat"),
        FieldPanel("superseded_by"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")

    def __str__(self):
        parts = [str(part) for part in (self.group, self.outcome) if part]
        return ": ".join(parts) or self.page.title

    def clean(self):
        """Write percent as the sign, and refuse a figure whose parts do not fit its kind."""
        super().clean()
        self.unit = normal_unit(self.unit)
        if problems := problems_of(self):
            raise ValidationError(problems)

    @property
    def address(self) -> str:
        """Where it can be read, for ever, in the language of its page."""
        with override(self.page.locale.language_code):
            return reverse("figure", args=[self.translation_key])
