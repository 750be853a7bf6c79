from django import forms
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.models import BasePage
from core.permissions import ADMINISTER_SOCIETIES
from core.querysets import ShownQuerySet
from core.search_kinds import SearchKind
from resources.forms.resource import ResourcePageForm
from resources.library.lacking import lacking
from resources.library.languages import languages, name_of_language
from resources.models.reviewed import Reviewed
from resources.reuse.structured_data import work
from resources.vocabulary.kinds import TermKind
from resources.vocabulary.search_fields import NAMES_OF_TERM


class ResourceKind(models.TextChoices):
    ARTICLE = "article", _("Article")
    TOOLKIT = "toolkit", _("Toolkit")
    WEBINAR = "webinar", _("Webinar")
    DATASET = "dataset", _("Data set")
    GUIDELINE = "guideline", _("Guideline")
    HANDOUT = "handout", _("Handout")


class ReadingLevel(models.TextChoices):
    """How much a reader has to know, from a patient's plain words to a profession's own."""

    PLAIN = "plain", _("Plain words")
    GENERAL = "general", _("For everybody")
    PROFESSIONAL = "professional", _("For professionals")


class Access(models.TextChoices):
    """What a reader has to have before it can be read."""

    FREE = "free", _("Free")
    LOGIN = "login", _("Free, with an account")
    MEMBERS = "members", _("For members of its publisher")
    PAID = "paid", _("Paid")


def label_of(choices: type[models.TextChoices], value: str) -> str:
    """Return the name of a value for readers; "" for none, and for one that is not a choice."""
    return str(choices(value).label) if value in choices else ""


class ResourceQuerySet(ShownQuerySet):
    def shown(self):
        """Resources that readers may see: the library's own, then those of the societies."""
        whole = super().shown().select_related("document", "publisher")
        return whole.order_by("depth", "path")


class ResourcePage(Reviewed, BasePage):
    """Something worth reading, watching or using, by a member or by somebody else."""

    base_form_class = ResourcePageForm
    parent_page_types = ["resources.ResourceIndexPage", "members.MemberSocietyPage"]
    subpage_types = []
    search_kind = SearchKind.RESOURCE
    page_description = _("One resource: who publishes it, where it is, and what it is about.")
    described_by = ["summary"]

    publisher = models.ForeignKey(
        "resources.Publisher",
        verbose_name=_("publisher"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="resources",
        help_text=_("The society or organization that published it."),
    )
    other_publisher = models.CharField(
        _("another publisher"),
        max_length=255,
        blank=True,
        help_text=_("Its name, if it is not in the list of publishers. Staff then add it there."),
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
        help_text=_("Where it can be read. While all of these are empty readers see no link."),
    )
    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("document"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("A file that this site offers, instead of an address or besides."),
    )
    video = models.URLField(
        _("address of a video"),
        max_length=500,
        blank=True,
        help_text=_("Where it can be watched. Best a video with captions."),
    )
    published_on = models.DateField(
        _("published on"),
        null=True,
        blank=True,
        help_text=_("When its publisher published it, if that is known."),
    )
    language = models.CharField(
        _("language of the resource"),
        max_length=10,
        choices=languages,
        blank=True,
        help_text=_("The one it is written or spoken in, whatever the language of this page."),
    )
    reading_level = models.CharField(
        _("reading level"),
        max_length=20,
        choices=ReadingLevel.choices,
        blank=True,
        help_text=_("Plain words: about what an eleven-year-old reads with ease."),
    )
    access = models.CharField(
        _("cost or login"),
        max_length=20,
        choices=Access.choices,
        blank=True,
        help_text=_("What readers need before they can read it."),
    )
    licence = models.CharField(
        _("license"),
        max_length=120,
        blank=True,
        help_text=_("Under which it may be used: CC BY 4.0, public domain."),
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
    audiences = ParentalManyToManyField(
        "resources.Term",
        verbose_name=_("audience"),
        blank=True,
        limit_choices_to={"kind": TermKind.AUDIENCE},
        related_name="resources_for",
        help_text=_("Whom it is for."),
    )

    objects = PageManager.from_queryset(ResourceQuerySet)()
    override_translatable_fields = [
        SynchronizedField("kept_by", overridable=False),
        SynchronizedField("address"),
        SynchronizedField("video"),
    ]

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("publisher"), FieldPanel("other_publisher")]),
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("address"), FieldPanel("video"), FieldPanel("document")],
            heading=_("Where it is"),
        ),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("published_on")]),
        FieldRowPanel([FieldPanel("language"), FieldPanel("reading_level")]),
        FieldRowPanel([FieldPanel("access"), FieldPanel("licence")]),
        FieldPanel("about", widget=forms.CheckboxSelectMultiple),
        FieldPanel("audiences", widget=forms.CheckboxSelectMultiple),
        FieldPanel("review_on"),
        FieldPanel("kept_by", permission=ADMINISTER_SOCIETIES, widget=forms.Select),
        FieldPanel("shelf", permission=ADMINISTER_SOCIETIES),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("other_publisher"),
        index.SearchField("summary"),
        index.RelatedFields(
            "publisher", [index.SearchField("name"), index.SearchField("acronym", boost=2)]
        ),
        index.RelatedFields("about", NAMES_OF_TERM),
        index.RelatedFields("audiences", NAMES_OF_TERM),
    ]

    class Meta:
        verbose_name = _("resource")
        verbose_name_plural = _("resources")

    def get_context(self, request, *args, **kwargs):
        """Add what search engines read about it."""
        return super().get_context(request, *args, **kwargs) | {"structured_data": work(self)}

    @property
    def facts(self) -> str:
        """Its title, who published it, and what it is."""
        known = [self.title, self.publisher_name, self.kind_name, *self.marks]
        return ". ".join(str(fact) for fact in known if fact)

    @property
    def publisher_name(self) -> str:
        """Who published it; empty while nobody knows."""
        return self.publisher.name if self.publisher else self.other_publisher

    @property
    def link(self) -> str:
        """Where the resource itself can be read; empty while nobody knows."""
        return self.address or (self.document.url if self.document else "")

    # A list shows many of them, and Django's get_…_display() goes through all choices each time.
    @property
    def kind_name(self) -> str:
        """What kind of thing it is, in a word."""
        return label_of(ResourceKind, self.kind)

    @property
    def marks(self) -> list[str]:
        """What a reader wants to know of it in a list, besides its kind: in a few words each."""
        year = self.published_on and str(self.published_on.year)
        language = capfirst(name_of_language(self.language))
        level, access = label_of(ReadingLevel, self.reading_level), label_of(Access, self.access)
        return [mark for mark in (year, language, level, access) if mark]

    @property
    def lacks(self) -> str:
        """What it does not say of itself, for staff."""
        return ", ".join(lacking(self))

    @property
    def link_states(self) -> str:
        """What is known of its links to other sites, for staff."""
        return ", ".join(use.link.get_state_display() for use in self.links_out.all())
