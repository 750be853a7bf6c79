"""A society joins the coalition, or leaves it: everything that belongs to that, or nothing."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

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
    make no page or no period.
    """
    society = MemberSocietyPage(locale=index.locale, owner=by, **details)
    index.add_child(instance=society)
    society.save_revision(user=by, log_action=True).publish(user=by)
    period = Membership(society=society, **membership)
    period.full_clean()
    period.save()
    invite(open_section(society), editor, by)
    return society


@transaction.atomic
def leave(section: Section, last_day: date, source: str) -> None:
    """End a society's membership after `last_day`, and its editors' access now.

    Its page and its history stay. Raises ValidationError for a day before its membership began,
    and where the history goes on after it.
    """
    society = section.society
    for period in Membership.objects.of(society).on(last_day):
        period.end = last_day
        period.full_clean()
        period.save()
    former = Membership(
        society=society,
        level=Level.FORMER,
        start=last_day + timedelta(days=1),
        source=source,
    )
    former.full_clean()
    former.save()
    close_access(section)


def close_access(section: Section) -> None:
    """Take everybody out of a section, and end the invitations to it."""
    section.group.user_set.clear()
    waiting = Invitation.objects.filter(section=section, accepted_at=None, revoked_at=None)
    waiting.update(revoked_at=timezone.now())
