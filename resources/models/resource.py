from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail.search import index

from core.models import BasePage
from core.page_form import GuardedPageForm
from core.permissions import ADMINISTER_SOCIETIES
from core.querysets import ShownQuerySet
from core.search_kinds import SearchKind
from resources.vocabulary.kinds import TermKind
from resources.vocabulary.search_fields import NAMES_OF_TERM


class ResourceKind(models.TextChoices):
    ARTICLE = "article", _("Article")
    TOOLKIT = "toolkit", _("Toolkit")
    WEBINAR = "webinar", _("Webinar")
    DATASET = "dataset", _("Data set")
    GUIDELINE = "guideline", _("Guideline")
    HANDOUT = "handout", _("Handout")


class ResourceQuerySet(ShownQuerySet):
    def shown(self):
        """Resources that readers may see: the library's own, then those of the societies."""
        return super().shown().order_by("depth", "path").select_related("document")


class ResourcePageForm(GuardedPageForm):
    """Offers the shelves of the page's own language."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "shelf" in self.fields:
            self.offer_shelves()

    def offer_shelves(self):
        shelves = self.fields["shelf"].queryset
        locale = self.instance.locale_id or self.parent_page.locale_id
        self.fields["shelf"].queryset = shelves.filter(locale_id=locale)


class ResourcePage(BasePage):
    """Something worth reading, watching or using, by a member or by somebody else."""

    base_form_class = ResourcePageForm
    parent_page_types = ["resources.ResourceIndexPage", "members.MemberSocietyPage"]
    subpage_types = []
    search_kind = SearchKind.RESOURCE
    page_description = _("One resource: who publishes it, where it is, and what it is about.")

    publisher = models.CharField(
        _("publisher"),
        max_length=255,
        blank=True,
        help_text=_("The society or organization that published it."),
    )
    shelf = models.ForeignKey(
        "resources.Shelf",
        verbose_name=_("shelf"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="resources",
        help_text=_(
            "Where it stands on the resources page. A new shelf is made there, "
            "and has to be published before it can be chosen here. While this is empty, what "
            "a society adds stands on the members' shelf."
        ),
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=ResourceKind.choices,
        blank=True,
        help_text=_("Readers see it with the title."),
    )
    address = models.URLField(
        _("address"),
        max_length=500,
        blank=True,
        help_text=_("Where it can be read. While this is empty readers see no link."),
    )
    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("document"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Instead of an address: a file that this site offers."),
    )
    published_on = models.DateField(
        _("published on"),
        null=True,
        blank=True,
        help_text=_("When its publisher published it, if that is known."),
    )
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("In our own words: what it offers, and to whom.")
    )

    about = ParentalManyToManyField(
        "resources.Term",
        verbose_name=_("about"),
        blank=True,
        limit_choices_to={"kind__in": [TermKind.TOPIC, TermKind.POPULATION]},
        related_name="resources",
        help_text=_("It stands on the pages of these topics and populations."),
    )

    objects = PageManager.from_queryset(ResourceQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("publisher"),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("address"), FieldPanel("document")], heading=_("Where it is")),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("published_on")]),
        FieldPanel("about", widget=forms.CheckboxSelectMultiple),
        FieldPanel("shelf", permission=ADMINISTER_SOCIETIES),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("publisher"),
        index.SearchField("summary"),
        index.RelatedFields("about", NAMES_OF_TERM),
    ]

    class Meta:
        verbose_name = _("resource")
        verbose_name_plural = _("resources")

    @property
    def link(self) -> str:
        """Where the resource itself is; empty while nobody knows."""
        return self.address or (self.document.url if self.document else "")
