from django.conf import settings
from django.db import models
from django.db.models import ProtectedError, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from resources.vocabulary.form import TermForm
from resources.vocabulary.kinds import PART_OF_KIND, TermKind
from resources.vocabulary.names import languages_to_read
from resources.vocabulary.pages import what_points_to
from resources.vocabulary.slugs import free_slug


class TermQuerySet(models.QuerySet):
    def known_as(self, name: str):
        """Return the terms that have, or had, this name in whatever language."""
        return self.filter(Q(wordings__name=name) | Q(former_names__name=name)).distinct()


class TermManager(models.Manager.from_queryset(TermQuerySet)):
    """Terms come with their wordings, since without them they cannot even be listed."""

    def get_queryset(self):
        return super().get_queryset().prefetch_related("wordings")


class Term(ClusterableModel):
    """A population, an outcome or a topic, under one name in each language.

    Figures and resources point to it and never repeat its words, so that a rename changes every
    page. As in SKOS, it has a preferred name for each language, and former ones to be found by.
    """

    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=TermKind.choices,
        help_text=_("It cannot be changed later: figures rely on it."),
    )
    slug = models.SlugField(_("part of the address"), max_length=120, editable=False)

    objects = TermManager()
    base_form_class = TermForm

    panels = [
        FieldPanel("kind"),
        InlinePanel(
            "wordings",
            heading=_("Preferred wording"),
            label=_("wording"),
            min_num=1,
            help_text=_(
                "One for each language. Changing a name changes it on every page; the name it "
                "had is kept below."
            ),
        ),
        InlinePanel(
            "former_names",
            heading=_("Former and other names"),
            label=_("name"),
            help_text=_("Readers find it by these too, but pages do not use them."),
        ),
    ]

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["kind", "slug"]
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="one_term_a_slug")]

    def __str__(self):
        return self.name

    @property
    def address(self) -> str:
        """Where all that the site has about it can be read, in the language in force."""
        return reverse("term", args=[PART_OF_KIND[self.kind], self.slug])

    @property
    def name(self) -> str:
        """The preferred name in the language in force, or in another where there is none."""
        return self.wording.name if self.wording else self.slug

    @property
    def predicate(self) -> str:
        """What somebody does to whom the outcome happens: "die from breast cancer"; or ""."""
        return self.wording.predicate if self.wording else ""

    @property
    def definition(self) -> str:
        """What is meant by it; or ""."""
        return self.wording.definition if self.wording else ""

    @property
    def wording(self) -> "TermWording | None":
        """The preferred wording in the language in force, else in that of the site."""
        languages = [*languages_to_read(), *self.by_language]
        return next((self.by_language[x] for x in languages if x in self.by_language), None)

    @cached_property
    def by_language(self) -> dict[str, "TermWording"]:
        """The preferred wordings by their language."""
        return {wording.language: wording for wording in self.wordings.all()}

    def save(self, *args, **kwargs):
        """Give a new term its part of the address, which then stays."""
        if not self.slug:
            self.slug = free_slug(self.name, Term.objects.filter(kind=self.kind))
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Raise ProtectedError where something that readers may see points to it."""
        if used := list(what_points_to(self)[:1]):
            raise ProtectedError("The term is in use.", used)
        return super().delete(*args, **kwargs)


class TermWording(models.Model):
    """The preferred words for a term in one language."""

    term = ParentalKey(Term, on_delete=models.CASCADE, related_name="wordings")
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        help_text=_("Pages in this language use the words below."),
    )
    name = models.CharField(
        _("name"),
        max_length=255,
        help_text=_("As it stands within a sentence: Black women, death from breast cancer."),
    )
    predicate = models.CharField(
        _("as something that people do"),
        max_length=255,
        blank=True,
        help_text=_(
            "For outcomes that happen to people, what follows “to”: die from breast cancer. "
            "Leave it empty for rates and counts."
        ),
    )
    definition = models.TextField(
        _("definition"), blank=True, help_text=_("What is meant by it, in a sentence or two.")
    )

    panels = [
        FieldRowPanel([FieldPanel("language"), FieldPanel("name")]),
        FieldPanel("predicate"),
        FieldPanel("definition"),
    ]

    class Meta:
        verbose_name = _("wording")
        verbose_name_plural = _("wordings")
        constraints = [
            models.UniqueConstraint(fields=["term", "language"], name="one_wording_a_language")
        ]

    def __str__(self):
        return self.name


class FormerName(models.Model):
    """A name that a term had, or that others use for it."""

    term = ParentalKey(Term, on_delete=models.CASCADE, related_name="former_names")
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        help_text=_("The language that the name is in."),
    )
    name = models.CharField(
        _("name"), max_length=255, help_text=_("As readers may type it: African American.")
    )
    until = models.DateField(
        _("until"), null=True, blank=True, help_text=_("When this site stopped using it, if ever.")
    )

    panels = [FieldRowPanel([FieldPanel("language"), FieldPanel("name"), FieldPanel("until")])]

    class Meta:
        verbose_name = _("former name")
        verbose_name_plural = _("former names")

    def __str__(self):
        return self.name
