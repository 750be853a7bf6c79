from http import HTTPMethod

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from core.descriptions import description_of, shortened
from core.page_form import GuardedPageForm
from core.permission_testers import ReviewedPagePermissionTester
from core.querysets import ShownQuerySet
from core.search_kinds import SearchKind


class BasePage(Page):
    """What every page of the site has. Abstract: it adds no table."""

    admin_default_ordering = "ord"  # staff see pages in the order in which readers do
    base_form_class = GuardedPageForm
    permission_tester_class = ReviewedPagePermissionTester

    search_kind = SearchKind.PAGE

    # What its description is made from where staff have written none: the first field with text.
    described_by = ["introduction"]

    # Pages are read; only form pages take posts.
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]

    heading = models.CharField(
        _("heading"),
        max_length=255,
        blank=True,
        help_text=_(
            "The large line at the top of the page. Leave it empty to use the title; "
            "the title also stands in menus, so it should be short."
        ),
    )

    content_panels = [*Page.content_panels, FieldPanel("heading")]

    search_fields = [
        *Page.search_fields,
        index.SearchField("heading"),
        index.SearchField("search_description"),
    ]

    class Meta:
        abstract = True

    def permissions_for_user(self, user):
        return self.permission_tester_class(user, self)

    @property
    def shown_heading(self) -> str:
        """The large line at the top of the page."""
        return self.heading or self.title

    @cached_property
    def shown_description(self) -> str:
        """What search engines and networks show of it."""
        return self.search_description or description_of(self) or shortened(self.facts)

    @property
    def facts(self) -> str:
        """What can be said of it while it has no text."""
        return self.shown_heading

    @property
    def hreflangs(self) -> list[tuple[str, Page]]:
        """This page in each language, and for readers of any other; none where it has only one."""
        others = self.shown_translations
        named = [(page.locale.language_code, page) for page in (self, *others)] if others else []
        first = [("x-default", page) for code, page in named if code == settings.LANGUAGE_CODE]
        return named + first

    @cached_property
    def shown_translations(self):
        """This page in the other languages, where readers may see it."""
        others = ShownQuerySet(Page).translation_of(self).shown()
        return others.select_related("locale")
