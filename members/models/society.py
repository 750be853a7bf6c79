from datetime import date

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.models import PageManager
from wagtail.search import index

from core.models import BasePage, CoalitionSettings
from core.permissions import ADMINISTER_SOCIETIES
from core.querysets import ShownQuerySet
from core.rich_text import PARAGRAPHS, WordsField
from core.search_kinds import SearchKind
from members.models.membership import OUTSIDE, Membership
from members.monogram import monogram
from members.permission_testers import SectionRootPermissionTester
from members.standing import Standing, standing_on
from members.structured_data import organization


class SocietyKind(models.TextChoices):
    BOARD = "board", _("Board")
    COLLEGE = "college", _("College")
    SPECIALTY = "specialty", _("Specialty society")
    SECTION = "section", _("Section of a larger body")
    STATE = "state", _("State society")


class SocietyQuerySet(ShownQuerySet):
    def in_language(self, locale_id):
        """Each society once: as translated into this language, or else as first written."""
        here = Q(locale_id=locale_id)
        same = MemberSocietyPage.objects.filter(translation_key=OuterRef("translation_key"))
        first = Q(locale__language_code=settings.LANGUAGE_CODE) & ~Exists(same.filter(here).shown())
        return self.filter(here | first)

    def with_level(self, day: date):
        """Add what each society was to the coalition on `day`, and from when.

        `level` is None where it was nothing, and `level_start` where nobody knows.
        """
        same = Membership.objects.filter(society__translation_key=OuterRef("translation_key"))
        period = same.on(day).order_by("-pk")
        return self.annotate(
            level=Subquery(period.values("level")[:1]),
            level_start=Subquery(period.values("start")[:1]),
        )

    def members_on(self, day: date | None = None):
        """Return those that were members on `day`, or today, each with its `level`."""
        societies = self.with_level(day or timezone.localdate())
        return societies.filter(level__isnull=False).exclude(level__in=OUTSIDE)

    def shown(self):
        """Societies that readers may see, in their order, with their logos at hand."""
        societies = super().shown().order_by("order", "title")
        return societies.select_related("logo").prefetch_related("logo__renditions")


def staff_only(name: str, panel=FieldPanel, **kwargs) -> FieldPanel:
    """Return the panel of a field that is not in the form of a society's editors."""
    return panel(name, permission=ADMINISTER_SOCIETIES, **kwargs)


class MemberSocietyPage(BasePage):
    """A member of the coalition. The title is the society's official name.

    Made by "Add a society" (members/joining.py), never by hand: a society is also a
    membership, a group and two collections. Its editors work on this page and below it.
    """

    is_creatable = False
    parent_page_types = ["members.MemberIndexPage"]
    subpage_types = ["resources.ResourcePage", "resources.StatisticPage"]
    page_description = _("One member society: its names, logo, website and description.")
    described_by = ["description"]
    permission_tester_class = SectionRootPermissionTester
    search_kind = SearchKind.SOCIETY

    short_name = models.CharField(
        _("short name"), max_length=120, blank=True, help_text=_("On the button to its website.")
    )
    acronym = models.CharField(
        _("acronym"),
        max_length=12,
        blank=True,
        help_text=_("Shown on the tile of a society without a logo, for example ACR."),
    )
    other_names = models.TextField(
        _("other names"),
        blank=True,
        help_text=_(
            "Foreign and popular names, one per line, so that search finds the society. "
            "Former official names are kept by themselves."
        ),
    )
    parent_body = models.CharField(
        _("parent body"),
        max_length=255,
        blank=True,
        help_text=_("For a section: the organization that it is a part of."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=SocietyKind.choices,
        blank=True,
        help_text=_("Readers can list the members of one kind."),
    )
    website = models.URLField(
        _("website"), blank=True, help_text=_("The first page of the society’s own site.")
    )
    logo = models.ForeignKey(
        "core.CustomImage",
        verbose_name=_("logo"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("At least 400 pixels wide. Without one the acronym is shown instead."),
    )
    description = WordsField(
        _("description"),
        blank=True,
        features=PARAGRAPHS,
        help_text=_("Who you are and what you do for health equity, in a few paragraphs."),
    )
    competencies = models.TextField(
        _("competencies"),
        blank=True,
        help_text=_("What you bring to the coalition, one per line: research, training, outreach."),
    )
    order = models.PositiveIntegerField(
        _("order"),
        default=1000,
        help_text=_("Lower numbers come first; societies with the same number by name."),
    )

    objects = PageManager.from_queryset(SocietyQuerySet)()

    content_panels = [
        staff_only(
            "title",
            TitleFieldPanel,
            help_text=_("The official name, as it stands in the sentence that names all members."),
        ),
        FieldPanel("description"),
        FieldRowPanel([FieldPanel("logo"), FieldPanel("website")]),
        FieldPanel("competencies"),
        InlinePanel(
            "links",
            heading=_("Links"),
            label=_("link"),
            help_text=_("Where else the society can be read or followed."),
        ),
        InlinePanel(
            "representatives",
            heading=_("Representatives"),
            label=_("representative"),
            help_text=_("Who speaks for the society in the coalition, and agreed to be named."),
        ),
        MultiFieldPanel(
            [
                staff_only("heading"),
                FieldRowPanel([staff_only("short_name"), staff_only("acronym")]),
                staff_only("other_names"),
                staff_only("parent_body"),
                FieldRowPanel([staff_only("kind"), staff_only("order")]),
            ],
            heading=_("Names and place"),
            permission=ADMINISTER_SOCIETIES,
        ),
    ]
    promote_panels = [
        staff_only("slug"),
        FieldPanel("seo_title"),
        FieldPanel("search_description"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("short_name", boost=2),
        index.SearchField("monogram", boost=2),  # readers take it for an acronym
        index.SearchField("other_names", boost=2),
        index.SearchField("parent_body"),
        index.SearchField("description"),
        index.SearchField("competencies"),
        index.RelatedFields("names", [index.SearchField("name", boost=2)]),
    ]

    class Meta:
        verbose_name = _("member society")
        verbose_name_plural = _("member societies")

    def get_context(self, request, *args, **kwargs):
        """Add what search engines read about it."""
        data = organization(self, CoalitionSettings.for_request(request))
        return super().get_context(request, *args, **kwargs) | {"structured_data": data}

    @property
    def facts(self) -> str:
        """Its name, and what it is to the coalition today where it is something."""
        period = self.standing.period
        place = period and _("%(level)s of the coalition") % {"level": period.level_name}
        return f"{self.title}: {place}" if place else self.title

    @property
    def monogram(self) -> str:
        """The letters on its tile while it has no logo."""
        return monogram(self.acronym, self.title, self.parent_body)

    @property
    def other_names_list(self) -> list[str]:
        """Other names, one an entry."""
        return lines(self.other_names)

    @property
    def competencies_list(self) -> list[str]:
        """Competencies, one an entry."""
        return lines(self.competencies)

    @cached_property
    def former_names(self) -> list[str]:
        """The official names it had before, the last one first."""
        names = self.names.order_by("-pk").values_list("name", flat=True)
        return list(dict.fromkeys(name for name in names if name != self.title))

    @cached_property
    def history(self) -> list[Membership]:
        """Its periods in the coalition, the latest first."""
        latest_first = F("start").desc(nulls_last=True)
        return list(Membership.objects.of(self).order_by(latest_first, "-pk"))

    @cached_property
    def standing(self) -> Standing:
        """What it is to the coalition today."""
        return standing_on(timezone.localdate(), self.history)

    @property
    def named_representatives(self) -> list:
        """Those who agreed to be named; a draft may hold others."""
        return [person for person in self.representatives.all() if person.consented]

    @property
    def own_resources(self):
        """The resources below its page that readers may see."""
        return apps.get_model("resources.ResourcePage").objects.shown().child_of(self)

    @property
    def own_statistics(self):
        """The statistics below its page that readers may see."""
        return apps.get_model("resources.StatisticPage").objects.shown().child_of(self)


def lines(text: str) -> list[str]:
    """Return the lines of a text that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]
