from http import HTTPMethod

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from core.descriptions import description_of
from core.page_form import GuardedPageForm
from core.permission_testers import ReviewedPagePermissionTester
from core.querysets import ShownQuerySet


class BasePage(Page):
    """What every page of the site has. Abstract: it adds no table."""

    admin_default_ordering = "ord"  # staff see pages in the order in which readers do
    base_form_class = GuardedPageForm
    permission_tester_class = ReviewedPagePermissionTester

    # The fields that its description is made from where staff have written none: the first with text.
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
        """What search engines and networks show of it; empty where it has no text."""
        return self.search_description or description_of(self)

    @property
    def versions(self) -> list:
        """This page in each of its languages; none where it has only one."""
        return [self, *self.shown_translations] if self.shown_translations else []

    @cached_property
    def shown_translations(self):
        """This page in the other languages, where readers may see it."""
        others = ShownQuerySet(Page).translation_of(self).shown()
        return others.select_related("locale")
