"""Invites people to edit a society's section: by mail, once, for a while."""

from datetime import datetime, time

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core import signing
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from core import site_mail
from members.models import Invitation, Section
from members.models.invitation import LIFETIME

SALT = "members.invitation"
NONCE_LENGTH = 32


class InvitationClosedError(Exception):
    """The invitation was accepted, revoked or left too long, or its link is not a real one."""


class AccountExistsError(Exception):
    """Somebody made an account with this address in the meantime."""


@transaction.atomic
def invite(section: Section, email: str, by) -> Invitation:
    """Ask an address to edit a section, and mail it the link.

    An invitation that the address has not accepted yet is sent again instead. `by` is the
    account that does it. Raises ValidationError for what is no address, and CannotMailError.
    """
    address = Invitation._meta.get_field("email").clean(email.lower(), None)
    # The database decides, so two requests at once make one invitation.
    invitation, _is_new = Invitation.objects.get_or_create(
        section=section, email=address, accepted_at=None, revoked_at=None, defaults=new_link(by)
    )
    send(invitation, by)
    return invitation


@transaction.atomic
def send(invitation: Invitation, by) -> None:
    """Mail a new link, which ends the links before it, and begin its time anew.

    Raises InvitationClosedError for an invitation that was accepted or revoked, and
    CannotMailError.
    """
    # Not save(): it would open again what is being accepted at this moment.
    waiting = Invitation.objects.waiting().filter(pk=invitation.pk)
    if not waiting.update(**new_link(by)):
        raise InvitationClosedError
    invitation.refresh_from_db()
    mail_link(invitation)


def new_link(by) -> dict:
    """Return what an invitation gets with each mail."""
    now = timezone.now()
    return {
        "nonce": get_random_string(NONCE_LENGTH),
        "invited_by": by,
        "sent_at": now,
        "expires_at": end_of_day(now + LIFETIME),
    }


def end_of_day(moment: datetime) -> datetime:
    """Return the last second of the day, since the mail names a day."""
    day = timezone.localdate(moment)
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))


def mail_link(invitation: Invitation) -> None:
    society, inviter = invitation.section.society, invitation.invited_by
    context = {
        "society": society,
        "inviter": inviter.get_full_name() if inviter else "",
        "expires": invitation.expires_at,
    }
    # In the language of the society's page: the one that staff work in says nothing about readers.
    with override(society.locale.language_code):
        subject = _("Your invitation to edit the page of %(society)s")
        site_mail.send(
            "invitation",
            invitation.email,
            subject % {"society": society.title[:150]},
            {**context, "link": link_to(invitation)},
        )


def revoke(invitation: Invitation) -> None:
    """End an invitation; its link stops working.

    Raises InvitationClosedError for one that was accepted or revoked before.
    """
    waiting = Invitation.objects.waiting().filter(pk=invitation.pk)
    if not waiting.update(revoked_at=timezone.now()):
        raise InvitationClosedError


def link_to(invitation: Invitation) -> str:
    """Return the full address that the mail leads to.

    The key follows the "?", which no log of ours writes down.
    """
    return f"{settings.SITE_URL}{reverse('invitation')}?key={key_of(invitation)}"


def key_of(invitation: Invitation) -> str:
    return signing.Signer(salt=SALT).sign(f"{invitation.pk}:{invitation.nonce}")


def find_open(key: str) -> Invitation:
    """Return the invitation of a key. Raises InvitationClosedError where none can be accepted."""
    open_ones = Invitation.objects.open().select_related("section__society", "section__group")
    try:
        number, nonce = signing.Signer(salt=SALT).unsign(key).split(":")
        return open_ones.get(pk=number, nonce=nonce)
    except (signing.BadSignature, ValueError, Invitation.DoesNotExist):
        raise InvitationClosedError from None


def account_of(invitation: Invitation) -> AbstractUser | None:
    """Return the account that the address has already.

    Raises InvitationClosedError where an administrator closed that account.
    """
    account = get_user_model().objects.filter(email__iexact=invitation.email).first()
    if account and not account.is_active:
        raise InvitationClosedError
    return account


@transaction.atomic
def accept(invitation: Invitation) -> AbstractUser:
    """Join the account of the address to the section, and return it.

    Raises InvitationClosedError when somebody was quicker, or there is no such account.
    """
    claim(invitation)
    user = account_of(invitation)
    if user is None:
        raise InvitationClosedError
    user.groups.add(invitation.section.group)
    return user


@transaction.atomic
def accept_as_new(invitation: Invitation, details: dict) -> AbstractUser:
    """Make an account for the address, join it to the section, and return it.

    `details` are first_name, last_name and password. Raises InvitationClosedError when somebody
    was quicker, and AccountExistsError: whoever has the link does not thereby own an account.
    """
    claim(invitation)
    try:
        with transaction.atomic():
            user = get_user_model().objects.create_user(invitation.email, **details)
    except IntegrityError:
        raise AccountExistsError from None
    user.groups.add(invitation.section.group)
    return user


def claim(invitation: Invitation) -> None:
    """Take an invitation. Raises InvitationClosedError for all but the first who does."""
    claimed = Invitation.objects.open().filter(pk=invitation.pk, nonce=invitation.nonce)
    if not claimed.update(accepted_at=timezone.now()):
        raise InvitationClosedError
