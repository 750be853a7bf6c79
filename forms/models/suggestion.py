from django.db import models
from django.utils.translation import gettext_lazy as _

from forms.models.submission import Submission

LONGEST_ADDRESS = 500


class SuggestionQuerySet(models.QuerySet):
    def to_do(self):
        """Those whose draft waits for somebody to publish or to delete it."""
        return self.filter(is_known=False, resource__live=False)


class Suggestion(Submission):
    """A resource that a visitor suggested. Only staff see who did.

    `resource` is the draft made from it, or, where `is_known`, the page that had its address
    already. It is empty while the suggestion is suspect, and once the page was deleted.
    """

    mail_purpose = "suggestion"

    page = models.ForeignKey(
        "forms.SuggestionPage",
        verbose_name=_("form"),
        on_delete=models.PROTECT,
        related_name="suggestions",
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    title = models.CharField(_("title"), max_length=255)
    address = models.URLField(_("address"), max_length=LONGEST_ADDRESS)
    why = models.TextField(_("why it helps"), max_length=5000)
    publisher = models.CharField(_("publisher"), max_length=255, blank=True)
    resource = models.ForeignKey(
        "resources.ResourcePage",
        verbose_name=_("resource"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="suggestions",
    )
    is_known = models.BooleanField(_("in the library already"), default=False)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("suggested resource")
        verbose_name_plural = _("suggested resources")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["created_at"], name="forms_suggestion_created")]

    def __str__(self):
        return _("Suggestion %(number)s") % {"number": self.pk}

    @property
    def fate(self) -> str:
        """What became of it, in words for staff."""
        if self.is_suspect:
            return _("suspect: no draft, no mail")
        if self.is_known:
            return _("the site had it already")
        if self.resource is None:
            return _("there is no draft")
        return _("published") if self.resource.live else _("a draft waits")

    fate.fget.short_description = _("what became of it")  # the heading in staff's tables
