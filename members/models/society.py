from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from core.models import BasePage
from core.querysets import ShownQuerySet
from members.monogram import monogram


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

    def shown(self):
        """Societies that readers may see, in their order, with their logos at hand."""
        societies = super().shown().order_by("order", "title")
        return societies.select_related("logo").prefetch_related("logo__renditions")


class MemberSocietyPage(BasePage):
    """A member of the coalition. The title is the society's official name."""

    parent_page_types = ["members.MemberIndexPage"]
    subpage_types = []
    page_description = _("One member society: its names, logo, website and description.")

    short_name = models.CharField(
        _("short name"), max_length=120, blank=True, help_text=_("Where space is scarce.")
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
        help_text=_("Former and foreign names, one per line, so that search finds the society."),
    )
    parent_body = models.CharField(
        _("parent body"),
        max_length=255,
        blank=True,
        help_text=_("For a section: the organization that it is a part of."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=SocietyKind.choices, blank=True)
    website = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        "core.CustomImage",
        verbose_name=_("logo"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("At least 400 pixels wide. Without one the acronym is shown instead."),
    )
    description = RichTextField(
        _("description"), blank=True, features=["bold", "italic", "link", "ol", "ul"]
    )
    order = models.PositiveIntegerField(
        _("order"),
        default=1000,
        help_text=_("Lower numbers come first; societies with the same number by name."),
    )
    joined = models.DateField(_("joined on"), null=True, blank=True)
    is_convenor = models.BooleanField(
        _("convenor"), default=False, help_text=_("This society convened the coalition.")
    )

    objects = PageManager.from_queryset(SocietyQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("description"),
        FieldRowPanel([FieldPanel("logo"), FieldPanel("website")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("short_name"), FieldPanel("acronym")]),
                FieldPanel("other_names"),
                FieldPanel("parent_body"),
            ],
            heading=_("Names"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("joined")]),
                FieldRowPanel([FieldPanel("order"), FieldPanel("is_convenor")]),
            ],
            heading=_("Membership"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("short_name"),
        index.SearchField("acronym", boost=2),
        index.SearchField("other_names"),
        index.SearchField("parent_body"),
        index.SearchField("description"),
    ]

    class Meta:
        verbose_name = _("member society")
        verbose_name_plural = _("member societies")

    @property
    def monogram(self) -> str:
        """The letters on its tile while it has no logo."""
        return monogram(self.acronym, self.title, self.parent_body)

    @property
    def other_names_list(self) -> list[str]:
        """Other names, one an entry."""
        return [name.strip() for name in self.other_names.splitlines() if name.strip()]
