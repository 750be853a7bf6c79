"""What is told about societies as data. Nobody who is named on their pages is in it."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from core.columns import PAGE, PUBLICATION, Column, with_host
from members.models import Membership, SocietyName


def level(society) -> str:
    period = society.standing.period
    return period.level if period else ""


def logo(society) -> str:
    return with_host(society.logo.file.url) if society.logo else ""


COLUMNS = {
    **PAGE,
    "title": Column(_("The official name."), lambda society: society.title),
    "short_name": Column(_("A short name."), lambda society: society.short_name),
    "acronym": Column(_("The acronym."), lambda society: society.acronym),
    "former_names": Column(
        _("Official names that it had before, the last one first."),
        lambda society: society.former_names,
    ),
    "other_names": Column(
        _("Foreign and popular names."), lambda society: society.other_names_list
    ),
    "parent_body": Column(_("What it is a section of."), lambda society: society.parent_body),
    "kind": Column(_("board, college, specialty, section or state."), lambda society: society.kind),
    "is_member": Column(
        _("Whether it is a member today."), lambda society: society.standing.is_member
    ),
    "level": Column(
        _(
            "What it is to the coalition today: convenor, founding, executive, general, "
            "prospective or former; empty where no level is recorded."
        ),
        level,
    ),
    "member_since": Column(
        _("Its first day as a member; empty where that is not recorded."),
        lambda society: society.standing.since,
    ),
    "member_until": Column(
        _("Its last day as a member, where it has one."), lambda society: society.standing.until
    ),
    "competencies": Column(
        _("What it brings to the coalition."), lambda society: society.competencies_list
    ),
    "website": Column(_("The address of its own site."), lambda society: society.website),
    "logo": Column(_("The address of its logo."), logo),
    **PUBLICATION,
}


def with_history(societies) -> list:
    """Return the societies with what their standing and their former names are read from.

    In two queries for all of them.
    """
    societies = list(societies.prefetch_related(None))  # no page shows their logos here
    keys = {society.translation_key for society in societies}
    periods = periods_of(keys)
    names = names_of(societies)
    for society in societies:
        society.history = periods.get(society.translation_key, [])
        had = (name for name in names.get(society.pk, []) if name != society.title)
        society.former_names = list(dict.fromkeys(had))
    return societies


def periods_of(keys) -> dict:
    """Return the periods of societies by their translation key, the latest first."""
    key = F("society__translation_key")
    latest_first = F("start").desc(nulls_last=True)
    found = {}
    rows = Membership.objects.filter(society__translation_key__in=keys).annotate(key=key)
    for period in rows.order_by(latest_first, "-pk"):
        found.setdefault(period.key, []).append(period)
    return found


def names_of(societies) -> dict:
    """Return the official names that pages were published with, the latest first."""
    found = {}
    for row in SocietyName.objects.filter(society__in=societies).order_by("-pk"):
        found.setdefault(row.society_id, []).append(row.name)
    return found
