from django import forms
from django.db import models
from django.db.models import prefetch_related_objects
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.models import BasePage, CoalitionSettings
from core.paging import page_of
from core.permissions import ADMINISTER_SOCIETIES
from core.querysets import ShownQuerySet
from core.rich_text import SENTENCES, WordsField
from core.search_kinds import SearchKind
from resources.figures.disagreements import disagreements
from resources.figures.sentence import sentence
from resources.forms.parts import CorrectionsPanel, FiguresPanel
from resources.forms.statistic import StatisticPageForm
from resources.models.reviewed import Reviewed
from resources.reuse.structured_data import dataset
from resources.revisions import with_kept_rows
from resources.vocabulary.kinds import TermKind
from resources.vocabulary.search_fields import NAMES_OF_TERM
from resources.vocabulary.ways_in import ways_in

STATISTICS_ON_A_PAGE = 20
FIGURES_OF_A_STATISTIC = 50
# What is read with a figure, and with a statistic's figures.
PARTS = ["outcome__wordings", "group__wordings", "comparison_group__wordings", "sources"]
FIGURES = [f"figures__{part}" for part in PARTS]


class StatisticQuerySet(ShownQuerySet):
    def shown(self):
        """Statistics that readers may see, the coalition's own first, with their figures."""
        return super().shown().order_by("depth", "path").prefetch_related(*FIGURES)


class StatisticIndexPage(BasePage):
    """All statistics."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["resources.StatisticPage"]
    page_description = _("Shows all statistics. Each has its own page below it.")

    introduction = WordsField(
        _("introduction"),
        blank=True,
        features=SENTENCES,
        help_text=_("A paragraph above the statistics, or nothing."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = _("statistics page")
        verbose_name_plural = _("statistics pages")

    @cached_property
    def home_page_statistics(self) -> list["StatisticPage"]:
        """Those of them that staff chose for the home page."""
        return list(self.shown_statistics.filter(on_home_page=True))

    @property
    def shown_statistics(self):
        """The statistics of this site and language: the coalition's own, and the societies'."""
        return StatisticPage.objects.shown().beside(self)

    def get_context(self, request, *args, **kwargs):
        """Add one page of the statistics, and the ways into them."""
        context = super().get_context(request, *args, **kwargs)
        return context | {
            "statistics": page_of(request, self.shown_statistics, STATISTICS_ON_A_PAGE),
            "ways_in": ways_in(),
        }


class StatisticPage(Reviewed, BasePage):
    """A published statement about a disparity, and the figures it rests on."""

    base_form_class = StatisticPageForm
    parent_page_types = ["resources.StatisticIndexPage", "members.MemberSocietyPage"]
    subpage_types = []
    page_description = _("One statement about a disparity, with its figures and their source.")
    described_by = ["statement"]

    statement = models.TextField(
        _("statement"),
        blank=True,
        help_text=_("The sentence readers see, exactly as it was published."),
    )
    caveat = models.TextField(
        _("caveat about the statement"),
        blank=True,
        help_text=_("What a careful reader should know about the statement as a whole."),
    )
    stated_by = models.CharField(
        _("statement by"),
        max_length=255,
        blank=True,
        help_text=_("Who published the statement, where that is not its source."),
    )
    internal_note = models.TextField(
        _("internal note"), blank=True, help_text=_("For staff; readers never see it.")
    )
    on_home_page = models.BooleanField(
        _("show on the home page"), default=False, help_text=_("Best for six to eight statements.")
    )

    topics = ParentalManyToManyField(
        "resources.Term",
        verbose_name=_("topics"),
        blank=True,
        limit_choices_to={"kind": TermKind.TOPIC},
        related_name="statistics",
        help_text=_("It stands on the pages of these topics."),
    )
    disagreement_reason = models.TextField(
        _("why the statement differs from its figures"),
        blank=True,
        help_text=_("Needed only where the site finds that they differ. Readers never see it."),
    )

    objects = PageManager.from_queryset(StatisticQuerySet)()
    search_kind = SearchKind.STATISTIC
    exclude_fields_in_copy = ["corrections"]  # a copy is another page, with other readers
    override_translatable_fields = [SynchronizedField("kept_by", overridable=False)]

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("statement"),
        FiguresPanel(
            "figures",
            heading=_("Figures"),
            label=_("figure"),
            help_text=_("The numbers in the statement, each as a figure of its own."),
            max_num=FIGURES_OF_A_STATISTIC,
        ),
        FieldPanel("caveat"),
        FieldPanel("stated_by"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
        FieldPanel("review_on"),
        FieldPanel("disagreement_reason"),
        CorrectionsPanel(
            "corrections",
            heading=_("Corrections and notices"),
            label=_("correction or notice"),
            help_text=_("Readers see them, newest first. They stay for ever once published."),
        ),
        FieldPanel("kept_by", permission=ADMINISTER_SOCIETIES, widget=forms.Select),
        FieldPanel("on_home_page", permission=ADMINISTER_SOCIETIES),
        FieldPanel("internal_note", permission=ADMINISTER_SOCIETIES),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("statement"),
        index.SearchField("caveat"),
        index.RelatedFields(
            "figures",
            [
                index.RelatedFields("group", NAMES_OF_TERM),
                index.RelatedFields("comparison_group", NAMES_OF_TERM),
                index.RelatedFields("outcome", NAMES_OF_TERM),
            ],
        ),
        index.RelatedFields("topics", NAMES_OF_TERM),
    ]

    preview_modes = [("", _("Page")), ("check", _("Statement and figures"))]

    class Meta:
        verbose_name = _("statistic")
        verbose_name_plural = _("statistics")

    def serve_preview(self, request, mode_name):
        if mode_name == "check":
            return render(request, "resources/check.html", self.get_context(request))
        return super().serve_preview(request, mode_name)

    @property
    def disagreements(self) -> list[str]:
        """Where its statement says something else than its figures, in words for staff."""
        return disagreements(self.statement, self.figures.all())

    @property
    def sentences(self) -> list[str]:
        """What the data of each figure say."""
        return [sentence(figure) for figure in self.figures.all()]

    def get_context(self, request, *args, **kwargs):
        """Read all that is written about the figures at once; a preview has them in memory."""
        if not getattr(request, "is_preview", False):
            prefetch_related_objects([self], *FIGURES, "topics", "corrections")
        data = dataset(self, CoalitionSettings.for_request(request))
        return super().get_context(request, *args, **kwargs) | {"structured_data": data}

    def with_content_json(self, content):
        """Return the page as a revision has it, but with what no revision takes back."""
        return super().with_content_json(with_kept_rows(self, content))

    @property
    def dated_corrections(self) -> list:
        """Its corrections and notices, the newest first; in a preview those to come, too."""
        to_come = [row for row in self.corrections.all() if not row.published_at]
        dated = [row for row in self.corrections.all() if row.published_at]
        return to_come + sorted(dated, key=lambda row: row.published_at, reverse=True)

    @property
    def sources(self) -> list:
        """The sources of all its figures, each once."""
        found = [source for figure in self.figures.all() for source in figure.sources.all()]
        return list(dict.fromkeys(found))

    @property
    def is_verified(self) -> bool:
        """Whether each of its figures has a source."""
        figures = self.figures.all()
        return bool(figures) and all(figure.sources.all() for figure in figures)
