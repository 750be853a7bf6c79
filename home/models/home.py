from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from core.blocks import BodyBlock
from core.json_ld import coalition_in_full
from core.models import BasePage, CoalitionSettings
from core.rich_text import SENTENCES, WordsField
from home.sections import sections_of

# The first page stands in no menu, of which the help of other pages' headings speaks.
HEADING_HELP = _(
    "The large line at the top of the first page. Leave it empty to use the title, "
    "which is the coalition's name."
)


class HomePage(BasePage):
    """The coalition's first page. The title is the coalition's name.

    Its sections are made from the pages below it: members, statistics, pledge, resources
    and contact. A section whose page is not published is left out.
    """

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.ContentPage",
        "members.MemberIndexPage",
        "resources.StatisticIndexPage",
        "resources.ResourceIndexPage",
        "forms.PledgePage",
        "forms.ContactPage",
        "forms.CustomFormPage",
        "forms.SuggestionPage",
        "forms.ReportPage",
    ]
    page_description = _("The first page of the site, made from the pages below it.")
    described_by = ["introduction", "tagline"]

    tagline = models.CharField(
        _("tagline"), max_length=255, blank=True, help_text=_("One line under the name.")
    )
    introduction = WordsField(
        _("introduction"),
        blank=True,
        features=SENTENCES,
        help_text=_("Who the coalition is, in two or three short paragraphs."),
    )
    how_heading = models.CharField(
        _("heading of the section"),
        max_length=255,
        blank=True,
        help_text=_("Stands over the text below."),
    )
    how_it_works = WordsField(
        _("text of the section"),
        blank=True,
        features=SENTENCES,
        help_text=_("A section of its own, below the members. While it is empty there is none."),
    )
    body = StreamField(
        BodyBlock(),
        verbose_name=_("more"),
        blank=True,
        help_text=_("Anything that should stand below the other sections."),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("heading", help_text=HEADING_HELP),
        FieldPanel("tagline"),
        FieldPanel("introduction"),
        MultiFieldPanel(
            [FieldPanel("how_heading"), FieldPanel("how_it_works")],
            heading=_("How the coalition works"),
        ),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("tagline"),
        index.SearchField("introduction"),
        index.SearchField("how_it_works"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        """Add the pages that the sections are made from, and what search engines read of them."""
        sections = sections_of(request)
        members = sections["members"].members if sections["members"] else []
        coalition = CoalitionSettings.for_request(request)
        data = coalition_in_full(coalition, self.shown_description, members)
        context = super().get_context(request, *args, **kwargs)
        return context | {"sections": sections, "structured_data": data}
