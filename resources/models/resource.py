from django.db import models
from django.db.models import Prefetch, prefetch_related_objects
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, PageManager, TranslatableMixin
from wagtail.search import index

from core.models import BasePage
from core.querysets import ShownQuerySet


class ResourceKind(models.TextChoices):
    ARTICLE = "article", _("Article")
    TOOLKIT = "toolkit", _("Toolkit")
    WEBINAR = "webinar", _("Webinar")
    DATASET = "dataset", _("Data set")
    GUIDELINE = "guideline", _("Guideline")
    HANDOUT = "handout", _("Handout")


class ResourceIndexPage(BasePage):
    """The library: resources on the shelves that staff have put up."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["resources.ResourcePage"]
    page_description = _("Shows all resources on shelves. Shelves are made here.")

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        InlinePanel(
            "shelves",
            heading=_("Shelves"),
            label=_("shelf"),
            help_text=_("Each resource chooses its shelf. An empty shelf shows its note."),
        ),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = _("resources page")

    @cached_property
    def filled_shelves(self) -> list["Shelf"]:
        """The shelves in order, as edited in a preview, each with `shown_resources`."""
        shelves = list(self.shelves.all())
        saved = [shelf for shelf in shelves if shelf.pk]
        resources = ResourcePage.objects.shown()
        prefetch_related_objects(
            saved, Prefetch("resources", queryset=resources, to_attr="shown_resources")
        )
        return shelves

    @cached_property
    def loose_resources(self) -> list["ResourcePage"]:
        """Resources below this page that stand on no shelf."""
        return list(ResourcePage.objects.child_of(self).shown().filter(shelf=None))


class Shelf(TranslatableMixin, Orderable):
    """A heading in the library, with the resources that chose it."""

    index_page = ParentalKey(ResourceIndexPage, on_delete=models.CASCADE, related_name="shelves")
    title = models.CharField(_("title"), max_length=255)
    empty_note = models.CharField(
        _("note while empty"),
        max_length=255,
        blank=True,
        help_text=_("What readers see while nothing stands on this shelf."),
    )

    panels = [FieldPanel("title"), FieldPanel("empty_note")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("shelf")
        verbose_name_plural = _("shelves")

    def __str__(self):
        return self.title


class ResourceQuerySet(ShownQuerySet):
    def shown(self):
        """Resources that readers may see, in the order of the tree."""
        return super().shown().order_by("path").select_related("document")


class ResourcePage(BasePage):
    """Something worth reading, watching or using, by a member or by somebody else."""

    parent_page_types = ["resources.ResourceIndexPage"]
    subpage_types = []
    page_description = _("One resource: who publishes it, where it is, and what it is about.")

    publisher = models.CharField(
        _("publisher"),
        max_length=255,
        blank=True,
        help_text=_("The society or organisation that published it."),
    )
    shelf = models.ForeignKey(
        Shelf,
        verbose_name=_("shelf"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="resources",
    )
    kind = models.CharField(_("kind"), max_length=20, choices=ResourceKind.choices, blank=True)
    address = models.URLField(
        _("address"),
        max_length=500,
        blank=True,
        help_text=_("Where it can be read. While this is empty readers see no link."),
    )
    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("document"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Instead of an address: a file that this site offers."),
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("In our own words: what it offers, and to whom.")
    )

    objects = PageManager.from_queryset(ResourceQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("publisher"),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("address"), FieldPanel("document")], heading=_("Where it is")),
        FieldRowPanel([FieldPanel("shelf"), FieldPanel("kind"), FieldPanel("published_on")]),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("publisher"),
        index.SearchField("summary"),
    ]

    class Meta:
        verbose_name = _("resource")

    @property
    def link(self) -> str:
        """Where the resource itself is; empty while nobody knows."""
        return self.address or (self.document.url if self.document else "")
