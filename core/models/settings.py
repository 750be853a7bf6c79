from email.utils import parseaddr

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from core.mail_validators import validate_address, validate_header


def default_name() -> str:
    """The name of a coalition whose staff have not given one yet."""
    return settings.WAGTAIL_SITE_NAME


@register_setting(icon="home", order=1)
class CoalitionSettings(BaseSiteSetting, ClusterableModel):
    """The words and addresses that stand on every page and in every mail."""

    name = models.CharField(
        _("name of the coalition"),
        max_length=255,
        default=default_name,
        validators=[validate_header],
        help_text=_("Shown in the header, the footer and all emails."),
    )
    convenor = models.CharField(
        _("convenor"),
        max_length=255,
        blank=True,
        help_text=_("The society that convened the coalition, with its full name."),
    )
    contact_address = models.EmailField(
        _("contact e-mail address"),
        blank=True,
        validators=[validate_address],
        help_text=_(
            "Messages from the contact form go here. Readers see it as a link; while it is "
            "empty there is no link, and messages go to everybody who may read them here."
        ),
    )
    postal_address = models.TextField(
        _("postal address"),
        blank=True,
        help_text=_("Stands at the bottom of every page and of every mail."),
    )
    sender_name = models.CharField(
        _("name of the mail's sender"),
        max_length=120,
        blank=True,
        validators=[validate_header],
        help_text=_("Who mail comes from, for example the convenor. Empty: the coalition."),
    )
    sender_address = models.EmailField(
        _("address of the mail's sender"),
        blank=True,
        validators=[validate_address],
        help_text=_(
            "Must be an address that your mail server may send from. "
            "Empty: the address that the site was set up with."
        ),
    )
    data_licence = models.CharField(
        _("license of the data"),
        max_length=120,
        blank=True,
        help_text=_("Under which others may use the figures, for example CC BY 4.0."),
    )
    data_licence_address = models.URLField(
        _("address of the license"),
        blank=True,
        help_text=_("Where its text can be read. Data files and search engines name it."),
    )
    footer_text = models.TextField(
        _("footer text"),
        blank=True,
        help_text=_("Stands at the bottom of every page, under the name and the convenor."),
    )

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("convenor")], heading=_("The coalition")),
        MultiFieldPanel(
            [FieldPanel("contact_address"), FieldPanel("postal_address")], heading=_("Contact")
        ),
        MultiFieldPanel(
            [FieldPanel("sender_name"), FieldPanel("sender_address")], heading=_("Outgoing mail")
        ),
        MultiFieldPanel(
            [FieldPanel("data_licence"), FieldPanel("data_licence_address")],
            heading=_("Data for reuse"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("footer_text"),
                InlinePanel(
                    "footer_links",
                    heading=_("Footer menu"),
                    label=_("link"),
                    help_text=_("Links at the bottom of every page, in this order."),
                ),
                InlinePanel(
                    "social_links",
                    heading=_("Social media"),
                    label=_("link"),
                    help_text=_("Where the coalition can be followed; beside the footer menu."),
                ),
            ],
            heading=_("Footer"),
        ),
    ]

    class Meta:
        verbose_name = _("Coalition")
        verbose_name_plural = _("Coalition")

    @property
    def data_licence_known(self) -> dict[str, str]:
        """Name and address of the license, where they are known."""
        known = {"name": self.data_licence, "address": self.data_licence_address}
        return {key: value for key, value in known.items() if value}

    @property
    def mail_sender(self) -> tuple[str, str]:
        """Name and address that mail comes from."""
        default_name, default_address = parseaddr(settings.DEFAULT_FROM_EMAIL)
        name = self.sender_name or self.name or default_name
        return name, self.sender_address or default_address


class FooterLink(Orderable):
    """One entry of the footer menu: a page of the site, or an address elsewhere."""

    coalition = ParentalKey(
        CoalitionSettings, on_delete=models.CASCADE, related_name="footer_links"
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Where the link leads: a page of this site, or an address, one of the two."),
    )
    address = models.URLField(
        _("address"), blank=True, help_text=_("Only where the link leads to another site.")
    )
    label = models.CharField(
        _("label"),
        max_length=80,
        blank=True,
        help_text=_("Leave it empty to use the page's title."),
    )

    panels = [PageChooserPanel("page"), FieldPanel("address"), FieldPanel("label")]

    class Meta(Orderable.Meta):
        verbose_name = _("footer link")
        verbose_name_plural = _("footer links")

    def clean(self):
        """A link leads to one place, and a place elsewhere needs a label."""
        super().clean()
        if bool(self.page_id) == bool(self.address):
            raise ValidationError({"page": _("Choose a page or give an address, one of the two.")})
        if self.address and not self.label:
            raise ValidationError({"label": _("A link to another site needs a label.")})


class SocialLink(Orderable):
    """A place where the coalition can be followed."""

    coalition = ParentalKey(
        CoalitionSettings, on_delete=models.CASCADE, related_name="social_links"
    )
    label = models.CharField(
        _("label"), max_length=80, help_text=_("The name of the network, as readers see it.")
    )
    address = models.URLField(_("address"), help_text=_("The coalition's own page there."))

    panels = [FieldPanel("label"), FieldPanel("address")]

    class Meta(Orderable.Meta):
        verbose_name = _("social media link")
        verbose_name_plural = _("social media links")
