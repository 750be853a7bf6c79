"""Where staff find the screens about societies: above the list of members, and on each society."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from core.permissions import ADD_SOCIETIES, ADMINISTER_SOCIETIES
from members.models import MemberIndexPage, MemberSocietyPage


class AddSocietyMenuItem(MenuItem):
    """The entry "Add a society" in the menu."""

    def __init__(self, order: int):
        label, address = _("Add a society"), reverse("members_add")
        super().__init__(label, address, icon_name="plus", order=order)

    def is_shown(self, request):
        return request.user.has_perm(ADD_SOCIETIES)


def header_buttons(page, user, view_name, next_url=None):
    """Yield the buttons above a page's list and its form (hook register_page_header_buttons)."""
    yield from buttons(page, user)


def listing_buttons(page, user, next_url=None):
    """Yield the same for its line in a list (hook register_page_listing_more_buttons)."""
    yield from buttons(page, user)


def buttons(page, user):
    if page.specific_class is MemberIndexPage and user.has_perm(ADD_SOCIETIES):
        yield Button(_("Add a society"), reverse("members_add"), icon_name="plus", priority=1)
    if page.specific_class is MemberSocietyPage and user.has_perm(ADMINISTER_SOCIETIES):
        address = reverse("members_leave", args=[page.pk])
        yield Button(_("This society leaves"), address, icon_name="logout", priority=45)
