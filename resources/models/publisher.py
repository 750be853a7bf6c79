from django.db import models
from django.db.models import ProtectedError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Locale, Page

from core.querysets import ShownQuerySet
from resources.library.publisher_form import PublisherForm
from resources.vocabulary.slugs import free_slug


class Publisher(models.Model):
    """Who publishes resources: a member society, or an organization outside the coalition.

    A member society's row follows its page (resources/publishers.py); staff keep the others.
    """

    name = models.CharField(
        _("name"),
        max_length=255,
        unique=True,
        help_text=_("As readers see it with each resource."),
    )
    acronym = models.CharField(
        _("acronym"),
        max_length=20,
        blank=True,
        help_text=_("So that search finds it by this, too: CDC."),
    )
    website = models.URLField(
        _("website"), max_length=500, blank=True, help_text=_("The first page of its own site.")
    )
    slug = models.SlugField(_("part of the address"), max_length=120, unique=True, editable=False)
    society_key = models.UUIDField(
        _("translation key of the member society"),
        null=True,
        blank=True,
        unique=True,
        editable=False,
    )

    base_form_class = PublisherForm

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("acronym")]), FieldPanel("website")]

    class Meta:
        verbose_name = _("publisher")
        verbose_name_plural = _("publishers")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """Give a new publisher its part of the address, which then stays."""
        if not self.slug:
            self.slug = free_slug(self.name, type(self).objects.all())
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Raise ProtectedError for a member society, and while a resource names it."""
        if self.society_key:
            raise ProtectedError("The publisher is a member society.", [self])
        if used := list(self.resources.all()[:1]):
            raise ProtectedError("The publisher is in use.", used)
        return super().delete(*args, **kwargs)

    @property
    def society(self) -> Page | None:
        """The page of the member society in the language of the address, if readers may see it."""
        pages = ShownQuerySet(Page).shown().filter(translation_key=self.society_key)
        return self.society_key and pages.filter(locale=Locale.get_active()).first()
