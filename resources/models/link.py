from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from resources.links.addresses import LONGEST, normal
from resources.links.findings import Outcome, Reason


class LinkState(models.TextChoices):
    UNCHECKED = "unchecked", _("not checked yet")
    OK = "ok", _("works")
    MOVED = "moved", _("moved")
    BLOCKED = "blocked", _("closed to robots")
    SUSPECT = "suspect", _("suspect")
    GONE = "gone", _("gone")
    REFUSED = "refused", _("refused")


BROKEN = [LinkState.SUSPECT, LinkState.GONE]


class LinkQuerySet(models.QuerySet):
    def in_use(self):
        """Links that stand somewhere readers can see."""
        return self.filter(Exists(LinkUse.objects.filter(link=OuterRef("pk"))))

    def due(self, now):
        """Links to be checked at `now`, the longest due first."""
        return self.in_use().filter(next_check_at__lte=now).order_by("next_check_at", "pk")

    def broken(self):
        """Links that readers most likely follow in vain."""
        return self.in_use().filter(state__in=BROKEN)

    def gone_at(self, address: str):
        """Return the link of an address if it is gone, else None."""
        try:
            return self.filter(address=normal(address), state=LinkState.GONE).first()
        except ValueError:
            return None


class Link(models.Model):
    """An address of another site that readers can follow, and whether it leads anywhere.

    The address is in its normal form (resources/links/addresses.py). Staff type nothing but the
    copy in an archive; the rest is written by `manage.py check_links`.
    """

    address = models.CharField(_("address"), max_length=LONGEST, unique=True, editable=False)
    host = models.CharField(_("host"), max_length=255, db_index=True, editable=False)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=LinkState.choices,
        default=LinkState.UNCHECKED,
        editable=False,
    )
    strikes = models.PositiveIntegerField(_("failed days"), default=0, editable=False)
    failing_since = models.DateTimeField(_("failing since"), null=True, editable=False)
    last_strike_at = models.DateTimeField(_("last failed day"), null=True, editable=False)
    # What speaks for its being gone (resources/links/states.py).
    absent_strikes = models.PositiveIntegerField(default=0, editable=False)
    lifeless_since = models.DateTimeField(null=True, editable=False)
    last_ok_at = models.DateTimeField(_("last worked"), null=True, editable=False)
    checked_at = models.DateTimeField(_("last checked"), null=True, editable=False)
    next_check_at = models.DateTimeField(
        _("next check"), default=timezone.now, db_index=True, editable=False
    )
    moved_to = models.CharField(_("new address"), max_length=LONGEST, blank=True, editable=False)
    # What the server said of its answer, to be asked whether that has changed.
    etag = models.CharField(max_length=200, blank=True, editable=False)
    last_modified = models.CharField(max_length=200, blank=True, editable=False)
    unused_since = models.DateTimeField(_("unused since"), null=True, editable=False)

    archived_address = models.URLField(
        _("address of a copy"),
        max_length=1000,
        blank=True,
        help_text=_(
            "Where an archive keeps a copy, for example https://web.archive.org/web/… Readers see "
            "it once the link is gone."
        ),
    )
    archived_on = models.DateField(
        _("copied on"), null=True, blank=True, help_text=_("The day on which the copy was made.")
    )

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["address"]

    def __str__(self):
        return self.address

    @property
    def is_gone(self) -> bool:
        return self.state == LinkState.GONE

    @property
    def copy_address(self) -> str:
        """Where readers find the copy; empty while it is not known with its day."""
        return self.archived_address if self.archived_on else ""


class LinkUseQuerySet(models.QuerySet):
    def broken(self):
        """Places where readers most likely follow a link in vain."""
        return self.filter(link__state__in=BROKEN)


class LinkUse(models.Model):
    """A place where a link stands: a page, or something else that is edited elsewhere."""

    link = models.ForeignKey(
        Link, verbose_name=_("link"), on_delete=models.CASCADE, related_name="uses"
    )
    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, null=True, related_name="links_out"
    )
    field = models.CharField(_("field"), max_length=100, blank=True)
    title = models.CharField(_("title"), max_length=255, blank=True)
    edited_at = models.CharField(_("where it is edited"), max_length=255, blank=True)

    objects = LinkUseQuerySet.as_manager()

    class Meta:
        verbose_name = _("place of a link")
        verbose_name_plural = _("places of links")
        ordering = ["page", "title", "pk"]

    def __str__(self):
        return self.where

    @property
    def where(self) -> str:
        """What it stands on, in words."""
        return self.title or (self.page.title if self.page else "")

    @property
    def form(self) -> str:
        """Where staff change it."""
        if self.page_id:
            return reverse("wagtailadmin_pages:edit", args=[self.page_id])
        return self.edited_at


class LinkCheck(models.Model):
    """One visit to an address. The last ones of each link are kept."""

    KEPT = 20

    link = models.ForeignKey(
        Link, verbose_name=_("link"), on_delete=models.CASCADE, related_name="checks"
    )
    checked_at = models.DateTimeField(_("when"), default=timezone.now)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason.choices, blank=True)
    status = models.PositiveSmallIntegerField(_("status"), null=True)

    class Meta:
        verbose_name = _("check of a link")
        verbose_name_plural = _("checks of links")
        ordering = ["-checked_at", "-pk"]

    def __str__(self):
        answered = _("answer %(status)s") % {"status": self.status} if self.status else ""
        return ", ".join(filter(None, [self.get_outcome_display(), answered, self.in_words]))

    @property
    def in_words(self) -> str:
        return str(self.get_reason_display() or "")


class LinkLease(models.Model):
    """The one row that says until when a run may check links."""

    until = models.DateTimeField()

    def __str__(self):
        return str(self.until)
