"""What a page of the library shows: its shelves, or the resources that a reader chose."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.facets import Option
from core.paging import page_of
from resources.library.choices import Choices
from resources.library.facets import facets_of, narrowed
from resources.library.reading import Asked, read
from resources.library.sorting import SORTS, in_order
from resources.library.ways import ways_of

RESOURCES_ON_A_PAGE = 30


@dataclass(frozen=True)
class Listing:
    """What some choices show of a library (a resources page)."""

    library: object
    ways: list
    asked: Asked

    @property
    def choices(self) -> Choices:
        return self.asked.choices

    @property
    def is_of_shelves(self) -> bool:
        """Whether nothing was chosen, so that the shelves are shown."""
        return self.choices == Choices()

    @property
    def is_narrow(self) -> bool:
        """Whether more than one choice was made: search engines need not know all of those."""
        return len(self.choices.made) > 1

    @property
    def everything(self) -> str:
        """What follows the address of the list of all resources."""
        return Choices(sort="title").query()

    @property
    def feed_query(self) -> str:
        """What follows the address of a feed of the same choices; it has an order of its own."""
        return self.choices.but(sort="").query()

    @cached_property
    def shown(self):
        """The chosen resources, in the chosen order."""
        chosen = narrowed(self.library.resources, self.ways, self.choices)
        return in_order(chosen, self.choices.sort)

    @cached_property
    def facets(self) -> list:
        return facets_of(self.library.resources, self.ways, self.choices)

    @property
    def removals(self) -> list[Option]:
        """A link for each choice that was made, which takes it back."""
        return [
            Option(label, 0, self.choices.with_one(name, "").query(), True)
            for name, label in self.asked.names.items()
        ]

    @property
    def sorts(self) -> list[Option]:
        """The orders to have them in."""
        now = self.choices.sort or "title"
        return [
            Option(words, 0, self.choices.but(sort=name).query(), name == now)
            for name, (words, _fields) in SORTS.items()
        ]

    @property
    def title(self) -> str:
        """What was chosen, in words; empty where nothing was."""
        return ", ".join(self.asked.names.values())

    def count_in_words(self, count: int) -> str:
        if self.choices.made:
            text = ngettext(
                "%(count)s resource matches your choice.",
                "%(count)s resources match your choice.",
                count,
            )
        else:
            text = ngettext("%(count)s resource.", "%(count)s resources.", count)
        return text % {"count": count}

    @property
    def refusals(self) -> list[str]:
        """What was asked for that there is not, in words."""
        text = _("“%(value)s” is not among the choices, so it was left out.")
        return [text % {"value": value[:60]} for value in self.asked.unknown.values()]

    @property
    def query_dict(self) -> QueryDict:
        """The choices as the links to other pages of the list keep them."""
        return QueryDict(self.choices.query().removeprefix("?"))


def listing_of(query: QueryDict, library) -> Listing:
    """Return what an address asks of a library (a resources page)."""
    ways = ways_of(library.numbered_shelves)
    return Listing(library, ways, read(query, ways))


def library_context(request, library) -> dict:
    """Return what the template of a library needs; Http404 for a page of it there is not."""
    listing = listing_of(request.GET, library)
    if listing.is_of_shelves:
        return {"listing": listing}
    page = page_of(request, listing.shown, RESOURCES_ON_A_PAGE)
    return {
        "listing": listing,
        "found": page,
        "count": listing.count_in_words(page.paginator.count),
        "canonical_query": listing.choices.query(page.number),
        "alternate_query": listing.choices.query(),  # which may have fewer pages
    }
