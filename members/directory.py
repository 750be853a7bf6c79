"""The directory: the societies of a day that a reader chose to see."""

from dataclasses import dataclass

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from members.directory_form import Choices, DirectoryForm
from members.facets import Facet, facets_of, fits
from members.models.membership import Level
from members.roll import Entry, pages_of, roll_on
from members.sentence import coalition_sentence

SOCIETIES_ON_A_PAGE = 30


@dataclass(frozen=True)
class Directory:
    """What was chosen, and the roll of its day."""

    choices: Choices
    roll: list[Entry]

    @property
    def sentence(self) -> str:
        """The sentence that names the members of the day, whatever else was chosen."""
        names = [entry.name for entry in self.roll if entry.is_member]
        return coalition_sentence(names, self.choices.on)

    @property
    def who(self) -> str:
        """What the societies shown were: members, unless others were asked for."""
        others = {Level.PROSPECTIVE: _("Prospective members"), Level.FORMER: _("Former members")}
        return others.get(self.choices.level) or _("Members")

    @cached_property
    def shown(self) -> list[Entry]:
        """The entries that the choices show, from A to Z."""
        chosen = (entry for entry in self.roll if fits(entry, self.choices))
        return sorted(chosen, key=lambda entry: entry.place)

    @property
    def without_start(self) -> int:
        """How many of those shown are there because nobody knows since when."""
        return sum(entry.start is None for entry in self.shown)

    @property
    def count_in_words(self) -> str:
        """How many are shown."""
        if self.choices.is_narrow:
            count = ngettext_lazy(
                "%(count)s society matches your choice.",
                "%(count)s societies match your choice.",
                "count",
            )
        elif self.choices.on:
            count = ngettext_lazy(
                "%(count)s society is recorded as a member.",
                "%(count)s societies are recorded as members.",
                "count",
            )
        else:
            count = ngettext_lazy(
                "%(count)s society is a member.", "%(count)s societies are members.", "count"
            )
        return count % {"count": len(self.shown)}

    @cached_property
    def facets(self) -> dict[str, Facet]:
        return facets_of(self.roll, self.choices)

    @property
    def all_members(self) -> Choices:
        """All members of the same day."""
        return Choices(on=self.choices.on)

    @property
    def query_dict(self) -> QueryDict:
        """The choices as the links to other pages of the list keep them."""
        return QueryDict(self.choices.query().removeprefix("?"))

    def page(self, number: str) -> Page:
        """Return one page of the list with the societies' pages; Http404 where there is none."""
        try:
            page = Paginator(self.shown, SOCIETIES_ON_A_PAGE).page(number)
        except InvalidPage as error:
            raise Http404(_("There is no such page of the directory.")) from error
        page.object_list = pages_of(page.object_list)
        return page


def directory_context(request, locale_id) -> dict:
    """Return what the directory's template needs; only the form where it cannot be read."""
    form = DirectoryForm(request.GET)
    if not form.is_valid():
        return {"form": form}
    choices = form.choices()
    directory = Directory(choices, roll_on(choices.on, locale_id))
    societies = directory.page(request.GET.get("page", "1"))
    return {
        "form": form,
        "directory": directory,
        "societies": societies,
        "canonical_query": choices.query(societies.number),
        # Each language lists all societies, so it has the same pages.
        "alternate_query": choices.query(societies.number),
    }
