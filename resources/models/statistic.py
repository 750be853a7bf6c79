from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from core.models import BasePage
from core.permissions import ADMINISTER_SOCIETIES
from core.querysets import ShownQuerySet


class StatisticQuerySet(ShownQuerySet):
    def shown(self):
        """Statistics that readers may see, the coalition's own first, with their figures."""
        return super().shown().order_by("depth", "path").prefetch_related("figures")


class StatisticIndexPage(BasePage):
    """All statistics."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["resources.StatisticPage"]
    page_description = _("Shows all statistics. Each has its own page below it.")

    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("A paragraph above the statistics, or nothing."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = _("statistics page")
        verbose_name_plural = _("statistics pages")

    @cached_property
    def statistics(self) -> list["StatisticPage"]:
        """The statistics that readers may see."""
        return list(self.shown_statistics)

    @cached_property
    def home_page_statistics(self) -> list["StatisticPage"]:
        """Those of them that staff chose for the home page."""
        return list(self.shown_statistics.filter(on_home_page=True))

    @property
    def shown_statistics(self):
        """The statistics of this site and language: the coalition's own, and the societies'."""
        return StatisticPage.objects.shown().beside(self)


class StatisticPage(BasePage):
    """A published statement about a disparity, and the figures it rests on."""

    parent_page_types = ["resources.StatisticIndexPage", "members.MemberSocietyPage"]
    subpage_types = []
    page_description = _("One statement about a disparity, with its figures and their source.")

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
    source_title = models.CharField(
        _("source"),
        max_length=255,
        blank=True,
        help_text=_("Where the figures come from. While empty readers see: not yet verified."),
    )
    source_address = models.URLField(
        _("address of the source"),
        max_length=500,
        blank=True,
        help_text=_("Where the source can be read. The source becomes a link to it."),
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

    objects = PageManager.from_queryset(StatisticQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("statement"),
        InlinePanel(
            "figures",
            heading=_("Figures"),
            label=_("figure"),
            help_text=_("The numbers in the statement, each as a figure of its own."),
        ),
        FieldPanel("caveat"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("source_title"), FieldPanel("source_address")]),
                FieldPanel("stated_by"),
            ],
            heading=_("Source"),
        ),
        FieldPanel("on_home_page", permission=ADMINISTER_SOCIETIES),
        FieldPanel("internal_note", permission=ADMINISTER_SOCIETIES),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("statement"),
        index.SearchField("caveat"),
        index.SearchField("source_title"),
        index.RelatedFields(
            "figures",
            [
                index.SearchField("group"),
                index.SearchField("comparison_group"),
                index.SearchField("outcome"),
            ],
        ),
    ]

    class Meta:
        verbose_name = _("statistic")
        verbose_name_plural = _("statistics")
