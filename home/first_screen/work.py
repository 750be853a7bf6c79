"""Everything a society's editor works on, gathered with few queries."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from forms.models import ProblemReport
from home.first_screen.pledges import SocietyPledges
from home.first_screen.standing import Standing, standing_of
from members.models import Section
from resources.models import LinkUse

FILES_SHOWN = 10
REPORTS_SHOWN = 20


@dataclass(frozen=True)
class Work:
    """A page of theirs, and where it stands."""

    page: Page
    standing: Standing


class Workplace:
    """One section, as its editors see it."""

    def __init__(self, section: Section):
        self.section = section

    @cached_property
    def society(self):
        """The society's page with the changes that are not live yet."""
        return self.section.society.get_latest_revision_as_object()

    @cached_property
    def pages(self) -> list[Work]:
        """The society's page, then what stands below it, the latest changed first."""
        root = self.section.society
        pages = Page.objects.descendant_of(root, inclusive=True).prefetch_workflow_states()
        ordered = pages.order_by("depth", "-latest_revision_created_at")
        return [Work(page, standing_of(page)) for page in ordered]

    @property
    def missing(self) -> list[str]:
        """What readers would like to find on the society's page and do not."""
        wanted = [
            (self.society.description, _("a description")),
            (self.society.logo_id, _("a logo")),
            (self.society.website, _("your website")),
            (self.society.competencies, _("your competencies")),
            (self.society.representatives.exists(), _("a representative who agreed to be named")),
        ]
        return [name for there, name in wanted if not there]

    @cached_property
    def broken_links(self) -> list[LinkUse]:
        """The links on their published pages that readers follow in vain."""
        root = self.section.society
        uses = LinkUse.objects.broken().filter(page__in=Page.objects.descendant_of(root, True))
        return list(uses.select_related("page", "link").order_by("page__path", "pk"))

    @cached_property
    def reports(self):
        """What readers reported about their resources, the latest first; not who did."""
        reports = ProblemReport.objects.to_do().below(self.section.society)
        return reports.select_related("resource").defer("name", "email")[:REPORTS_SHOWN]

    @cached_property
    def pledges(self) -> SocietyPledges:
        return SocietyPledges(self.section.society)

    @property
    def images(self):
        """The images that wait for a page to go live."""
        return self.files(get_image_model())

    @property
    def documents(self):
        """The documents that wait for a page to go live."""
        return self.files(get_document_model())

    def files(self, model):
        files = model.objects.filter(collection=self.section.drafts)
        return files.order_by("-created_at")[:FILES_SHOWN]
