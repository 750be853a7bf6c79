from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from wagtail.models import Page

from core.querysets import ShownQuerySet
from core.search_kinds import SearchKind


class EntryQuerySet(models.QuerySet):
    def shown(self, language: str):
        """Return the entries of pages that readers may see, in one language."""
        shown = ShownQuerySet(Page).shown().order_by()
        return self.filter(language=language, page__in=shown.values("pk"))

    def in_place_of(self, language: str):
        """Return the entries of societies as first written, which have no page in this language.

        The directory shows them so (members.models.society.SocietyQuerySet.in_language).
        """
        if language == settings.LANGUAGE_CODE:
            return self.none()
        same = ShownQuerySet(Page).shown().order_by().filter(locale__language_code=language)
        translated = same.filter(translation_key=OuterRef("page__translation_key"))
        societies = self.shown(settings.LANGUAGE_CODE).filter(kind=SearchKind.SOCIETY)
        return societies.exclude(Exists(translated))


class Entry(models.Model):
    """What the search knows of a page: its words as they are read, and as they are compared.

    Written by `search.backend` alone. The database keeps an index of the compared words beside
    it (search/migrations), which Django does not know of.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    language = models.CharField(max_length=10)
    kind = models.CharField(max_length=12, choices=SearchKind.choices)
    title = models.TextField()
    names = models.TextField()  # acronyms, former names, names of its terms; one a line
    text = models.TextField()  # a paragraph a line

    title_words = models.TextField()
    name_words = models.TextField()  # a name a line
    text_words = models.TextField()

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = "entry of the search"  # nobody is shown it
        indexes = [models.Index(fields=["language", "kind"], name="site_search_language")]

    def __str__(self):
        return self.title
