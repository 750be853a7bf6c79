from http import HTTPStatus

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from core.models import BasePage
from core.rich_text import SENTENCES, WordsField
from resources.library.listing import library_context
from resources.library.shelves import counts_of_shelves, first_of_shelves, key_of
from resources.library.suggested import add_draft, found_at
from resources.models.resource import ResourcePage

RESOURCES_ON_A_SHELF = 12


class ResourceIndexPage(BasePage):
    """The library: resources on the shelves that staff have put up."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["resources.ResourcePage"]
    page_description = _("Shows all resources on shelves. Shelves are made here.")

    introduction = WordsField(
        _("introduction"),
        blank=True,
        features=SENTENCES,
        help_text=_("A paragraph above the shelves, or nothing."),
    )

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
        verbose_name_plural = _("resources pages")

    def get_context(self, request, *args, **kwargs):
        """Add the resources that were asked for, or the shelves."""
        context = super().get_context(request, *args, **kwargs)
        return context | library_context(request, self)

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        if response.context_data["listing"].asked.unknown:
            response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response

    @cached_property
    def numbered_shelves(self) -> list["Shelf"]:
        """The shelves in order, as edited in a preview."""
        return list(self.shelves.all())

    @property
    def filled_shelves(self) -> list["Shelf"]:
        """The shelves, each with its first `shown_resources` and the `count` of all."""
        for shelf in self.numbered_shelves:
            shelf.shown_resources = self.first_resources[key_of(shelf)]
            shelf.count = self.counts.get(key_of(shelf), 0)
        return self.numbered_shelves

    @property
    def loose_resources(self) -> list[ResourcePage]:
        """The first of the resources that stand on no shelf."""
        return self.first_resources[""]

    @property
    def has_more_loose(self) -> bool:
        """Whether there are others on no shelf."""
        return self.counts.get("", 0) > len(self.loose_resources)

    @cached_property
    def first_resources(self) -> dict:
        return first_of_shelves(self.resources, self.numbered_shelves, RESOURCES_ON_A_SHELF)

    @cached_property
    def counts(self) -> dict:
        return counts_of_shelves(self.resources, self.numbered_shelves)

    @property
    def resources(self):
        """The resources of this site and language that readers may see."""
        return ResourcePage.objects.shown().beside(self)

    def take_suggestion(self, address: str, **fields) -> tuple[ResourcePage, bool]:
        """Return the resource at an address, and whether it was known; else it is a new draft."""
        known = found_at(self, address)
        return (known, True) if known else (add_draft(self, address=address, **fields), False)


class Shelf(TranslatableMixin, Orderable):
    """A heading in the library, with the resources that chose it."""

    index_page = ParentalKey(ResourceIndexPage, on_delete=models.CASCADE, related_name="shelves")
    title = models.CharField(
        _("title"), max_length=255, help_text=_("The heading over its resources.")
    )
    empty_note = models.CharField(
        _("note while empty"),
        max_length=255,
        blank=True,
        help_text=_(
            "What readers see while nothing stands on this shelf. "
            "Leave it empty for: Nothing here yet."
        ),
    )

    for_members = models.BooleanField(
        _("for the members' own resources"),
        default=False,
        help_text=_("What societies add in their own sections stands here by itself."),
    )

    panels = [FieldPanel("title"), FieldPanel("empty_note"), FieldPanel("for_members")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("shelf")
        verbose_name_plural = _("shelves")

    def __str__(self):
        return self.title
