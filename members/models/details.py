"""What hangs off a society's page."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin


class Representative(TranslatableMixin, Orderable):
    """Somebody who speaks for a society in the coalition, and agreed to be named."""

    society = ParentalKey(
        "members.MemberSocietyPage", on_delete=models.CASCADE, related_name="representatives"
    )
    name = models.CharField(
        _("name"), max_length=120, help_text=_("As it should be read, with titles.")
    )
    role = models.CharField(
        _("role"), max_length=120, blank=True, help_text=_("For example: Chair of the committee.")
    )
    consented = models.BooleanField(
        _("This person agreed to be named on this site"),
        default=False,
        help_text=_("Ask first. Without their consent the name cannot be kept here."),
    )

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("role")]),
        FieldPanel("consented"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("representative")
        verbose_name_plural = _("representatives")

    def __str__(self):
        return self.name

    def clean(self):
        """Names are kept with consent only."""
        super().clean()
        if not self.consented:
            raise ValidationError({"consented": _("Name only people who agreed to it.")})


class SocietyLink(TranslatableMixin, Orderable):
    """A place where a society can be read or followed, besides its website."""

    society = ParentalKey(
        "members.MemberSocietyPage", on_delete=models.CASCADE, related_name="links"
    )
    label = models.CharField(
        _("label"), max_length=80, help_text=_("What readers click on, for example LinkedIn.")
    )
    address = models.URLField(_("address"), max_length=500, help_text=_("It begins with https://"))

    panels = [FieldRowPanel([FieldPanel("label"), FieldPanel("address")])]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self):
        return self.label
