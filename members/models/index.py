from http import HTTPStatus

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.models import BasePage
from core.rich_text import SENTENCES, WordsField
from members.directory import directory_context
from members.models.society import MemberSocietyPage
from members.roll import Entry, pages_of, roll_on
from members.sentence import coalition_sentence

TILES_ON_THE_WALL = 60


class MemberIndexPage(BasePage):
    """The directory of the members: today's, or those of any other day (members/directory.py)."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["members.MemberSocietyPage"]
    page_description = _("Names all member societies. Each society has its own page below it.")

    introduction = WordsField(
        _("introduction"),
        blank=True,
        features=SENTENCES,
        help_text=_("A paragraph or two above the sentence that names all members."),
    )
    note = models.CharField(
        _("note"),
        max_length=255,
        blank=True,
        help_text=_("One sentence after the list of members, for example who joins next."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("note"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("note"),
    ]

    class Meta:
        verbose_name = _("members page")
        verbose_name_plural = _("members pages")

    @cached_property
    def members_today(self) -> list[Entry]:
        """The members of today that readers may see, in the coalition's order."""
        return [entry for entry in roll_on(None, self.locale_id) if entry.is_member]

    @cached_property
    def members(self) -> list[MemberSocietyPage]:
        """Their pages, or the first of them: the directory has them all."""
        return pages_of(self.members_today[:TILES_ON_THE_WALL])

    @property
    def has_more_members(self) -> bool:
        """Whether the wall leaves some of them out."""
        return len(self.members_today) > TILES_ON_THE_WALL

    @property
    def sentence(self) -> str:
        """ "The coalition includes the …", made from the societies' pages."""
        return coalition_sentence([member.name for member in self.members_today])

    @property
    def facts(self) -> str:
        """While it has no text, its sentence describes it."""
        return self.sentence

    def get_context(self, request, *args, **kwargs):
        """Add the directory that was asked for, or the form that says why there is none."""
        context = super().get_context(request, *args, **kwargs)
        return context | directory_context(request, self.locale_id)

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        if response.context_data["form"].errors:
            response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response
