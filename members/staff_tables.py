"""Tables that staff keep: who was invited, and who was in the coalition when."""

from django.contrib.admin import SimpleListFilter, display
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail_modeladmin.helpers import ButtonHelper, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin, ModelAdminGroup

from core.declared_filters import DeclaredFilters
from core.numbered_rows import NumberedRows
from core.row_history import RowHistory
from members.admin_views.invitations import InviteEditor
from members.buttons import AddSocietyMenuItem
from members.forms.invitation import InvitationForm
from members.forms.membership import MembershipForm
from members.models import Invitation, Level, Membership


class StateFilter(SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return Invitation.State.choices

    def queryset(self, request, queryset):
        return queryset.in_state(self.value()) if self.value() else queryset


class LevelFilter(SimpleListFilter):
    """Django's own filter looks for NULL where no level is recorded, and finds nothing."""

    title = _("level")
    parameter_name = "level"
    NONE = "none"

    def lookups(self, request, model_admin):
        return [(level or self.NONE, name) for level, name in Level.choices]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        return queryset.filter(level="" if self.value() == self.NONE else Level(self.value()))


class KeptInvitations(PermissionHelper):
    """Invitations are sent and revoked, and never edited or deleted: they say who let whom in."""

    def user_can_list(self, user):
        return self.user_has_specific_permission(user, self.get_perm_codename("view"))

    def user_can_edit_obj(self, user, obj):
        return False

    def user_can_delete_obj(self, user, obj):
        return False


class InvitationButtons(ButtonHelper):
    def add_button(self, *args, **kwargs):
        label = _("Invite an editor")
        return {**super().add_button(*args, **kwargs), "label": label, "title": label}

    def get_buttons_for_obj(self, obj, **kwargs):
        """Offer what can still be done with an invitation."""
        may_change = self.request.user.has_perm("members.change_invitation")
        if not may_change or obj.state in (obj.State.ACCEPTED, obj.State.REVOKED):
            return []
        return [
            self.button(obj, "members_send_again", _("Send again")),
            self.button(obj, "members_revoke", _("Revoke")),
        ]

    def button(self, invitation, address, label):
        return {
            "url": reverse(address, args=[invitation.pk]),
            "label": label,
            "title": f"{label}: {invitation.email}",
            "classname": self.finalise_classname(["button-small", "button-secondary"]),
        }


class SocietyTable(ModelAdmin):
    """What the two tables have in common."""

    index_view_class = DeclaredFilters
    url_helper_class = NumberedRows
    list_per_page = 50
    unbroken = ""  # the column of which no word may be broken

    def get_extra_class_names_for_field_col(self, obj, field_name):
        return ["w-whitespace-nowrap"] if field_name == self.unbroken else []


class InvitationTable(SocietyTable):
    model = Invitation
    menu_label = _("Invitations")
    menu_icon = "mail"
    create_view_class = InviteEditor
    create_template_name = "members/admin/invite.html"
    permission_helper_class = KeptInvitations
    button_helper_class = InvitationButtons
    history_view_enabled = False
    list_display = ["email", "section", "sent_at", "last_day", "shown_state"]
    unbroken = "shown_state"
    list_select_related = ["section__society"]
    list_filter = [StateFilter]
    search_fields = ["email", "section__society__title"]
    edit_handler = ObjectList(
        [FieldPanel("section"), FieldPanel("email")], base_form_class=InvitationForm
    )

    @display(description=_("open until"), ordering="expires_at")
    def last_day(self, invitation):
        return timezone.localdate(invitation.expires_at)

    @display(description=_("state"))
    def shown_state(self, invitation):
        return invitation.state.label


class MembershipTable(SocietyTable):
    model = Membership
    menu_label = _("Membership history")
    menu_icon = "history"
    history_view_class = RowHistory
    list_display = ["society", "shown_level", "start", "end", "source"]
    unbroken = "shown_level"
    list_select_related = ["society"]
    list_filter = [LevelFilter]
    ordering = ["society__title", "start"]
    search_fields = ["society__title"]
    edit_handler = ObjectList(
        [
            FieldPanel("society"),
            FieldPanel("level"),
            FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
            FieldPanel("source"),
        ],
        base_form_class=MembershipForm,
    )

    @display(description=_("level"), ordering="level")
    def shown_level(self, membership):
        return membership.level_name


class SocietiesGroup(ModelAdminGroup):
    menu_label = _("Societies")
    menu_icon = "group"
    menu_order = 250
    items = [InvitationTable, MembershipTable]

    def get_submenu_items(self):
        items = super().get_submenu_items()
        return [*items, AddSocietyMenuItem(order=len(items) + 1)]
