from django.db import models
from django.utils.translation import gettext_lazy as _


class PledgeWording(models.Model):
    """The words of a pledge and of its consent, as published at one time. Never changed."""

    page = models.ForeignKey("forms.PledgePage", on_delete=models.CASCADE, related_name="wordings")
    pledge = models.TextField(_("the pledge"))
    consent = models.CharField(_("consent to updates"), max_length=255)
    created_at = models.DateTimeField(_("in use since"), auto_now_add=True)

    class Meta:
        verbose_name = _("wording of a pledge")
        verbose_name_plural = _("wordings of pledges")

    def __str__(self):
        return self.pledge


class Pledge(models.Model):
    """Somebody's commitment: one per page and address, tied to the words they saw."""

    wagtail_reference_index_ignore = True  # or every editor could count them

    page = models.ForeignKey(
        "forms.PledgePage",
        verbose_name=_("pledge page"),
        on_delete=models.PROTECT,
        related_name="pledges",
    )
    wording = models.ForeignKey(
        PledgeWording,
        verbose_name=_("words as signed"),
        on_delete=models.PROTECT,
        related_name="pledges",
    )
    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(
        _("e-mail address"), help_text=_("Kept in lower case, so that each counts once.")
    )
    society = models.ForeignKey(
        "members.MemberSocietyPage",
        verbose_name=_("member society"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    state = models.CharField(_("state"), max_length=2, blank=True)
    wants_updates = models.BooleanField(_("wants updates"), default=False)
    language = models.CharField(_("language"), max_length=12)
    created_at = models.DateTimeField(_("signed"), auto_now_add=True)

    class Meta:
        verbose_name = _("pledge")
        verbose_name_plural = _("pledges")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["page", "email"], name="forms_pledge_once"),
        ]

    def __str__(self):
        # The number, not the name: this text ends up in histories and logs.
        return _("Pledge %(number)s") % {"number": self.pk}
