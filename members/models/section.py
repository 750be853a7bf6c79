from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

from members.models.membership import Membership


class SectionQuerySet(models.QuerySet):
    def of(self, society):
        """Return the section of a society, whichever of its translations is given."""
        return self.filter(society__translation_key=society.translation_key)

    def in_coalition(self):
        """Return those of societies that have not left."""
        gone = Membership.objects.departures().values("society__translation_key")
        return self.exclude(society__translation_key__in=gone)


class Section(models.Model):
    """What a society's editors work in: the branch below its page, two collections and a group.

    Each collection holds images and documents. What editors upload waits in `drafts`, which
    only they and staff can open, and moves to `published` when a page that uses it goes live.
    """

    society = models.OneToOneField(
        "members.MemberSocietyPage",
        verbose_name=_("society"),
        on_delete=models.PROTECT,
        related_name="section",
    )
    group = models.OneToOneField(
        Group, verbose_name=_("editors"), on_delete=models.PROTECT, related_name="section"
    )
    drafts = models.OneToOneField(
        Collection,
        verbose_name=_("files of drafts"),
        on_delete=models.PROTECT,
        related_name="section_of_drafts",
    )
    published = models.OneToOneField(
        Collection,
        verbose_name=_("published files"),
        on_delete=models.PROTECT,
        related_name="section_of_published",
    )

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self):
        return str(self.society)

    @property
    def editors(self):
        """The accounts that work on it."""
        return self.group.user_set.order_by("email")
