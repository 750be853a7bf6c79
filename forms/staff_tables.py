"""Tables that staff look at: what visitors sent, and the mail it caused. Nothing is typed here."""

from django.contrib.admin import RelatedOnlyFieldListFilter, display
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin, ModelAdminGroup

from core.declared_filters import DeclaredFilters
from core.numbered_rows import NumberedRows
from forms.admin_views.mail_table import MailButtons, MailIndex
from forms.admin_views.messages import MessageButtons, MessageIndex
from forms.admin_views.pledge_table import PledgeButtons, PledgeIndex, PledgeInspect
from forms.admin_views.problem_reports import ReportButtons
from forms.admin_views.report import ReportMenuItem
from forms.admin_views.submissions import AnswersColumn, SubmissionInspect
from forms.admin_views.suggestions import SuggestionButtons
from forms.models import (
    Message,
    OutgoingMail,
    Pledge,
    PledgeExport,
    ProblemReport,
    Suggestion,
)
from forms.pledge_filters import SocietyFilter, StateFilter
from forms.purposes import PurposeFilter


class ReadOnly(PermissionHelper):
    """Whoever may view the rows may list and read them; nobody adds, edits or deletes any."""

    def user_can_list(self, user):
        return self.user_has_specific_permission(user, self.get_perm_codename("view"))

    def user_can_inspect_obj(self, user, obj):
        return self.user_can_list(user)

    def user_can_create(self, user):
        return False

    def user_can_edit_obj(self, user, obj):
        return False

    def user_can_delete_obj(self, user, obj):
        return False


class ReadOnlyTable(ModelAdmin):
    index_view_class = DeclaredFilters
    permission_helper_class = ReadOnly
    url_helper_class = NumberedRows
    inspect_view_enabled = True
    history_view_enabled = False
    list_per_page = 50
    ordering = ["-created_at"]


class PledgeTable(AnswersColumn, ReadOnlyTable):
    """For pledge officers only: no other role may view pledges."""

    model = Pledge
    menu_label = _("Pledges")
    menu_icon = "form"
    button_helper_class = PledgeButtons
    index_view_class = PledgeIndex
    index_template_name = "forms/admin/pledge_index.html"
    inspect_view_class = PledgeInspect
    inspect_template_name = "forms/admin/pledge_inspect.html"
    index_view_extra_css = inspect_view_extra_css = ["css/admin/pledges.css"]
    list_display = [
        "created_at",
        "shown_status",
        "name",
        "email",
        "society",
        "state",
        "all_answers",
    ]
    list_filter = [
        "page",
        "status",
        "is_suspect",
        SocietyFilter,
        StateFilter,
        "wants_updates",
        "created_at",
    ]
    list_select_related = ["society", "wording"]
    search_fields = ["name", "email"]
    inspect_view_fields = [
        "status",
        "is_suspect",
        "invalidated_at",
        "name",
        "email",
        "society",
        "state",
        "wants_updates",
        "wording",
        "language",
        "page",
    ]

    @display(description=_("status"), ordering="status")
    def shown_status(self, pledge):
        """The status, and whether a robot seems to be at work."""
        suspect = f", {_('suspect')}" if pledge.is_suspect else ""
        return f"{pledge.get_status_display()}{suspect}"


class ExportTable(ReadOnlyTable):
    """Who took pledges out of the site. For pledge officers only."""

    model = PledgeExport
    menu_label = _("Exports")
    menu_icon = "download"
    list_display = ["created_at", "user", "format", "filters", "row_count"]
    list_filter = ["format", "created_at"]
    list_select_related = ["user"]
    inspect_view_fields = [*list_display, "row_numbers"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("row_numbers")  # may be long


class MessageTable(AnswersColumn, ReadOnlyTable):
    model = Message
    menu_label = _("Messages")
    menu_icon = "mail"
    index_view_class = MessageIndex
    index_template_name = "forms/admin/submission_index.html"
    index_view_extra_css = ["css/admin/pledges.css"]
    inspect_view_class = SubmissionInspect
    button_helper_class = MessageButtons
    list_display = ["created_at", "page", "name", "email", "is_suspect", "all_answers"]
    list_filter = [("page", RelatedOnlyFieldListFilter), "is_suspect", "created_at"]
    list_select_related = ["page", "wording"]
    search_fields = ["name", "email", "message"]
    inspect_view_fields = ["created_at", "page", "name", "email", "is_suspect", "message"]


class SuggestionTable(AnswersColumn, ReadOnlyTable):
    """What readers suggested for the library. For communications: it says who did."""

    model = Suggestion
    menu_label = _("Suggested resources")
    menu_icon = "doc-full-inverse"
    inspect_view_class = SubmissionInspect
    button_helper_class = SuggestionButtons
    index_view_extra_css = ["css/admin/pledges.css"]
    list_display = ["created_at", "title", "address", "fate", "all_answers"]
    list_filter = ["is_suspect", "is_known", "created_at"]
    list_select_related = ["page", "wording", "resource"]
    search_fields = ["title", "address", "publisher", "name", "email", "why"]
    inspect_view_fields = [
        "created_at",
        "title",
        "address",
        "publisher",
        "why",
        "fate",
        "name",
        "email",
        "page",
    ]


class ReportTable(AnswersColumn, ReadOnlyTable):
    """What readers found wrong with resources, of all sections. For communications."""

    model = ProblemReport
    menu_label = _("Reports of problems")
    menu_icon = "warning"
    inspect_view_class = SubmissionInspect
    button_helper_class = ReportButtons
    index_view_extra_css = ["css/admin/pledges.css"]
    list_display = ["created_at", "resource", "problem", "message", "shown_state", "all_answers"]
    list_filter = ["state", "problem", "is_suspect", "created_at"]
    list_select_related = ["resource", "wording"]
    search_fields = ["resource__title", "message", "email"]
    inspect_view_fields = [
        "created_at",
        "resource",
        "problem",
        "message",
        "email",
        "is_suspect",
        "state",
        "done_at",
        "done_by",
    ]

    @display(description=_("state"), ordering="state")
    def shown_state(self, report):
        """The state, and whether a robot seems to be at work."""
        suspect = f", {_('suspect')}" if report.is_suspect else ""
        return f"{report.get_state_display()}{suspect}"


class OutgoingMailTable(ReadOnlyTable):
    """Whether each mail arrived. Recipients are shown by their host only, and no words:
    a mail about a pledge says who signed, which is for pledge officers."""

    model = OutgoingMail
    menu_label = _("Outgoing mail")
    menu_icon = "mail"
    index_view_class = MailIndex
    index_template_name = "outbox/mail_index.html"
    button_helper_class = MailButtons
    list_display = [
        "created_at",
        "purpose_label",
        "recipient_host",
        "state",
        "attempts",
        "sent_at",
        "trouble",
    ]
    list_filter = ["state", PurposeFilter, "created_at"]
    ordering = ["-pk"]  # as they were written, and by the one index that any table has
    inspect_view_fields = [
        "created_at",
        "purpose_label",
        "recipient_host",
        "state",
        "attempts",
        "next_attempt_at",
        "sent_at",
        "trouble",
    ]


class FormsGroup(ModelAdminGroup):
    menu_label = _("Inbox and mail")
    menu_icon = "mail"
    menu_order = 300
    items = [
        PledgeTable,
        ExportTable,
        MessageTable,
        SuggestionTable,
        ReportTable,
        OutgoingMailTable,
    ]

    def get_submenu_items(self):
        items = super().get_submenu_items()
        return [*items, ReportMenuItem(order=len(items) + 1)]
