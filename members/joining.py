"""A society joins the coalition, or leaves it: everything that belongs to that, or nothing."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from members.invitations import invite
from members.models import (
    Invitation,
    Level,
    MemberIndexPage,
    Membership,
    MemberSocietyPage,
    Section,
)
from members.sections import open_section


@transaction.atomic
def add_society(index: MemberIndexPage, details: dict, membership: dict, editor: str, by):
    """Make a society's page, membership and section, and invite its first editor; return the page.

    `details` are fields of the page, `membership` those of its first period; `editor` is an
    e-mail address and `by` the account that does it. Raises ValidationError for details that
    make no page or no period, or a second page of a society, and CannotMailError.
    """
    # Locked, so that the same form sent twice at once makes one society.
    index = MemberIndexPage.objects.select_for_update(of=["self"]).get(pk=index.pk)
    refuse_second_page(details["title"])
    society = MemberSocietyPage(locale=index.locale, owner=by, **details)
    index.add_child(instance=society)
    society.save_revision(user=by, log_action=True).publish(user=by)
    add_period(society, **membership)
    invite(open_section(society), editor, by)
    return society


def refuse_second_page(title: str) -> None:
    if MemberSocietyPage.objects.filter(title__iexact=title).exists():
        raise ValidationError({"title": _("There is a page of this society already.")})


def add_period(society: MemberSocietyPage, **fields) -> None:
    period = Membership(society=society, **fields)
    period.full_clean()
    period.save()


@transaction.atomic
def leave(section: Section, last_day: date, source: str) -> None:
    """End a society's membership after `last_day`, and its editors' access now.

    Its page and its history stay. Raises ValidationError for a society that has left already,
    a day on which it was no member, and one after which its history goes on.
    """
    section = Section.objects.select_for_update().get(pk=section.pk)
    society = section.society
    check_last_day(Membership.objects.of(society), last_day)
    for period in Membership.objects.of(society).on(last_day):
        period.end = last_day
        period.full_clean()
        period.save()
    add_period(society, level=Level.FORMER, start=last_day + timedelta(days=1), source=source)
    close_access(section)


def check_last_day(history, last_day: date) -> None:
    if history.departures().exists():
        raise ValidationError(_("This society has left already."))
    if not history.on(last_day).exists():
        raise ValidationError({"last_day": _("On this day the society was not a member.")})
    if history.filter(start__gt=last_day).exists():
        raise ValidationError(
            {"last_day": _("The membership history goes on after this day. Correct it first.")}
        )


def close_access(section: Section) -> None:
    """Take everybody out of a section, and end the invitations to it."""
    # Invitations first: whoever is accepting one at this moment is then among the editors.
    Invitation.objects.waiting().filter(section=section).update(revoked_at=timezone.now())
    section.group.user_set.clear()
