from collections import defaultdict

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from core.models import BasePage
from core.rich_text import SENTENCES, WordsField
from resources.models.resource import ResourcePage


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

    @property
    def filled_shelves(self) -> list["Shelf"]:
        """The shelves in order, as edited in a preview, each with `shown_resources`."""
        shelves = list(self.shelves.all())
        for shelf in shelves:
            shelf.shown_resources = self.by_shelf[shelf.translation_key]
        return shelves

    @property
    def loose_resources(self) -> list[ResourcePage]:
        """Resources that stand on no shelf."""
        return self.by_shelf[None]

    @cached_property
    def by_shelf(self) -> dict:
        """The resources by the translation key of the shelf they stand on, None for no shelf.

        The key, and not the shelf, so that a translated library is not empty: a resource
        stands on the shelf that it chose in whatever language.
        """
        members_shelf = next((shelf for shelf in self.shelves.all() if shelf.for_members), None)
        found = defaultdict(list)
        for resource in self.resources:
            is_by_member = resource.depth > self.depth + 1  # it hangs below a society's page
            shelf = resource.shelf or (members_shelf if is_by_member else None)
            found[shelf and shelf.translation_key].append(resource)
        return found

    @property
    def resources(self):
        """The resources of this site and language that readers may see."""
        shown = ResourcePage.objects.shown().beside(self)
        return shown.select_related("document", "shelf")


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
