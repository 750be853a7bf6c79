from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from core.models import BasePage
from members.models.society import MemberSocietyPage
from members.sentence import coalition_sentence


class MemberIndexPage(BasePage):
    """The members of the coalition: a sentence that names them all, and a wall of them."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["members.MemberSocietyPage"]
    page_description = _("Names all member societies. Each society has its own page below it.")

    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=["bold", "italic", "link"],
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
    def members(self) -> list[MemberSocietyPage]:
        """The members of today that readers may see, in their order."""
        societies = MemberSocietyPage.objects.in_language(self.locale_id).shown()
        return list(societies.members_on())

    @property
    def sentence(self) -> str:
        """ "The coalition includes the …", made from the societies' pages."""
        return coalition_sentence([member.title for member in self.members])
