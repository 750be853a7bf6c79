"""The table of links: staff look at them, and type where a copy is kept."""

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail_modeladmin.helpers import ButtonHelper, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import InspectView

from core.declared_filters import DeclaredFilters
from core.numbered_rows import NumberedRows
from resources.admin_views.links import CHANGE
from resources.models import Link, LinkUse


class ArchiveForm(WagtailAdminModelForm):
    """A copy has an address and a day, or there is none."""

    def clean(self):
        cleaned = super().clean()
        address, day = cleaned.get("archived_address"), cleaned.get("archived_on")
        if address and not day and "archived_on" not in self.errors:
            self.add_error("archived_on", _("Give the day as well: readers are told it."))
        if day and not address and "archived_address" not in self.errors:
            self.add_error("archived_address", _("Give the address of the copy as well."))
        return cleaned

    def clean_archived_on(self):
        day = self.cleaned_data["archived_on"]
        if day and day > timezone.localdate():
            raise ValidationError(_("This day has not come yet."))
        return day


class KeptLinks(PermissionHelper):
    """Links are added and deleted by what stands on the pages, and by nobody."""

    def user_can_create(self, user):
        return False

    def user_can_delete_obj(self, user, obj):
        return False


class LinkButtons(ButtonHelper):
    def get_buttons_for_obj(self, obj, **kwargs):
        """Offer what can be done about a link, to those who may."""
        buttons = super().get_buttons_for_obj(obj, **kwargs)
        if not self.request.user.has_perm(CHANGE):
            return buttons
        for button in buttons:
            if button["url"] == self.url_helper.get_action_url("edit", obj.pk):
                button["label"] = _("Copy in an archive")
        buttons.append(self.button(obj, "resources_link_check", _("Check again now")))
        if obj.moved_to:
            buttons.append(self.button(obj, "resources_link_move", _("Use the new address")))
        return buttons

    def button(self, link, address, label):
        return {
            "url": reverse(address, args=[link.pk]),
            "label": label,
            "title": f"{label}: {link.address}",
            "classname": self.finalise_classname(["button-small", "button-secondary"]),
        }


class LinkInspect(InspectView):
    """One link, with where it stands and what its last checks found."""

    addresses = ("address", "moved_to", "archived_address")

    def get_field_display_value(self, field_name, field=None):
        """Let staff follow an address: they are asked to look at what is suspect."""
        shown = super().get_field_display_value(field_name, field)
        if field_name not in self.addresses or not shown.startswith(("http://", "https://")):
            return shown
        return format_html('<a href="{}" rel="noreferrer">{}</a>', shown, shown)

    def get_context_data(self, **kwargs):
        uses = self.instance.uses.select_related("page")
        return super().get_context_data(uses=uses, checks=self.instance.checks.all(), **kwargs)


class LinkTable(ModelAdmin):
    model = Link
    menu_label = _("Links")
    menu_icon = "link"
    menu_order = 2
    add_to_admin_menu = False  # it stands in the menu of the library
    index_view_class = DeclaredFilters
    url_helper_class = NumberedRows
    permission_helper_class = KeptLinks
    button_helper_class = LinkButtons
    history_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = LinkInspect
    inspect_template_name = "resources/admin/link_inspect.html"
    index_view_extra_css = inspect_view_extra_css = ["css/admin/pledges.css"]
    list_per_page = 50
    list_display = ["shown_address", "state", "places", "failing"]
    list_filter = ["state"]
    search_fields = ["address", "moved_to", "uses__page__title", "uses__title"]
    ordering = ["address"]
    inspect_view_fields = [
        "address",
        "state",
        "moved_to",
        "strikes",
        "failing_since",
        "last_ok_at",
        "checked_at",
        "next_check_at",
        "archived_address",
        "archived_on",
    ]
    edit_handler = ObjectList(
        [FieldRowPanel([FieldPanel("archived_address"), FieldPanel("archived_on")])],
        base_form_class=ArchiveForm,
    )

    def get_queryset(self, request):
        uses = Prefetch("uses", LinkUse.objects.select_related("page"))
        return super().get_queryset(request).in_use().prefetch_related(uses)

    @display(description=_("address"), ordering="address")
    def shown_address(self, link):
        """The address, and the one that it moved to."""
        moved = format_html("<br> → {}", link.moved_to) if link.moved_to else ""
        return format_html("{}{}", link.address, moved)

    @display(description=_("where it stands"))
    def places(self, link):
        first, *others = [str(use) for use in link.uses.all()]
        return f"{first} (+{len(others)})" if others else first

    @display(description=_("failing since"), ordering="failing_since")
    def failing(self, link):
        return link.failing_since and timezone.localdate(link.failing_since)
