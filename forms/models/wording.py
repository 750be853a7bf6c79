from django.db import models
from django.utils.translation import gettext_lazy as _


class Wording(models.Model):
    """What a form said and asked as published at one time. Never changed.

    Each answer belongs to one, so it can always be read with the words that its writer saw, and no
    question is lost by being removed from the page. `questions` holds what a form field is built
    from (forms/questions.py), `actions` the keys and words of what signers may tick.
    """

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="wordings")
    pledge = models.TextField(_("the pledge"), blank=True)
    consent = models.CharField(_("consent to updates"), max_length=255, blank=True)
    questions = models.JSONField(_("questions"), default=list, blank=True)
    actions = models.JSONField(_("actions"), default=list, blank=True)
    created_at = models.DateTimeField(_("in use since"), auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("wording of a form")
        verbose_name_plural = _("wordings of forms")

    def __str__(self):
        return self.pledge or _("Version of %(date)s") % {"date": self.created_at.date()}

    def says(self) -> tuple:
        """Return all that a reader meets, to be compared."""
        return self.pledge, self.consent, self.questions, self.actions
