from django.db import models
from django.utils.translation import gettext_lazy as _

from forms.models.wording import Wording


class Submission(models.Model):
    """What somebody sent with a form: who they are, and their answers. Abstract.

    `answers` holds the answers to the questions that staff added, by the names of the questions
    in `wording` (forms/answers.py reads them).
    """

    wagtail_reference_index_ignore = True  # or every editor could count them

    wording = models.ForeignKey(
        Wording,
        verbose_name=_("words as seen"),
        on_delete=models.PROTECT,
        related_name="%(class)ss",
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail address"))
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    created_at = models.DateTimeField(_("received"), auto_now_add=True)
    is_suspect = models.BooleanField(
        _("suspect"), default=False, help_text=_("A robot seems to have sent it; no mail was sent.")
    )

    class Meta:
        abstract = True
