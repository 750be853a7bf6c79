"""The addresses of these screens, below /admin/."""

from django.urls import path

from members.admin_views.invitations import Revoke, SendAgain
from members.admin_views.joining import AddSociety
from members.admin_views.leaving import SocietyLeaves


def admin_addresses() -> list:
    """Return the addresses (hook register_admin_urls)."""
    invitation = "members/invitation/<int:invitation_id>"
    return [
        path("members/add/", AddSociety.as_view(), name="members_add"),
        path("members/<int:page_id>/leave/", SocietyLeaves.as_view(), name="members_leave"),
        path(f"{invitation}/send-again/", SendAgain.as_view(), name="members_send_again"),
        path(f"{invitation}/revoke/", Revoke.as_view(), name="members_revoke"),
    ]
