"""Invites people to edit a society's section: by mail, once, for a while."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from core import site_mail
from members.models import Invitation, Section
from members.models.invitation import LIFETIME

SALT = "members.invitation"
NONCE_LENGTH = 32


class InvitationClosedError(Exception):
    """The invitation was accepted, revoked or left too long, or its link is not a real one."""


@transaction.atomic
def invite(section: Section, email: str, by) -> Invitation:
    """Ask an address to edit a section, and mail it the link.

    An invitation that the address has not accepted yet is sent again instead.
    """
    waiting = section.invitations.filter(email=email.lower(), accepted_at=None, revoked_at=None)
    invitation = waiting.first() or Invitation(section=section, email=email.lower())
    invitation.invited_by = by
    send(invitation)
    return invitation


@transaction.atomic
def send(invitation: Invitation) -> None:
    """Mail a new link, which ends the links before it, and begin its time anew."""
    invitation.nonce = get_random_string(NONCE_LENGTH)
    invitation.sent_at = timezone.now()
    invitation.expires_at = invitation.sent_at + LIFETIME
    invitation.save()
    society = invitation.section.society
    site_mail.send(
        "invitation",
        invitation.email,
        _("Your invitation to edit the page of %(society)s") % {"society": society.title[:150]},
        {"society": society, "link": link_to(invitation), "expires": invitation.expires_at},
    )


def revoke(invitation: Invitation) -> None:
    """End an invitation that nobody has accepted; its link stops working."""
    Invitation.objects.filter(pk=invitation.pk, accepted_at=None).update(revoked_at=timezone.now())


def link_to(invitation: Invitation) -> str:
    """Return the full address that the mail leads to.

    The key follows the "?", which no log of ours writes down.
    """
    return f"{settings.SITE_URL}{reverse('invitation')}?key={key_of(invitation)}"


def key_of(invitation: Invitation) -> str:
    return signing.Signer(salt=SALT).sign(f"{invitation.pk}:{invitation.nonce}")


def find_open(key: str) -> Invitation:
    """Return the invitation that a key belongs to. Raises InvitationClosedError where it can't be accepted."""
    try:
        number, nonce = signing.Signer(salt=SALT).unsign(key).split(":")
    except (signing.BadSignature, ValueError):
        raise InvitationClosedError from None
    open_ones = Invitation.objects.open().select_related("section__society", "section__group")
    invitation = open_ones.filter(pk=number, nonce=nonce).first()
    if invitation is None:
        raise InvitationClosedError
    return invitation


def account_of(invitation: Invitation) -> AbstractUser | None:
    """Return the account that the address has already."""
    return get_user_model().objects.filter(email__iexact=invitation.email).first()


@transaction.atomic
def accept(invitation: Invitation, details: dict | None = None) -> AbstractUser:
    """Join the address to the section and return its account, made from `details` if need be.

    `details` are first_name, last_name and password of somebody new. Raises InvitationClosedError when
    somebody was quicker, or when the account was closed by an administrator.
    """
    claimed = Invitation.objects.open().filter(pk=invitation.pk, nonce=invitation.nonce)
    if not claimed.update(accepted_at=timezone.now()):
        raise InvitationClosedError
    user = account_of(invitation) or new_account(invitation.email, details)
    if not user.is_active:
        raise InvitationClosedError
    user.groups.add(invitation.section.group)
    return user


def new_account(email: str, details: dict) -> AbstractUser:
    return get_user_model().objects.create_user(email, **details)
