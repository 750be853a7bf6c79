"""What the tables of pledges and of messages have in common."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail_modeladmin.views import InspectView

from core.declared_filters import DeclaredFilters
from forms import answers
from forms.export.download import FORMATS, download
from forms.export.rows import numbers_of


class SubmissionIndex(DeclaredFilters):
    """A list. What it shows is exported by POST, so that no link does it by accident."""

    export_permission = ""

    def get_context_data(self, **kwargs):
        may_export = self.request.user.has_perm(self.export_permission)
        return super().get_context_data(formats=FORMATS if may_export else [], **kwargs)

    def post(self, request, *args, **kwargs):
        """Export all rows that the filters and the search in the address leave."""
        if not request.user.has_perm(self.export_permission):
            raise PermissionDenied
        wanted = request.POST.get("format")
        if wanted not in FORMATS:
            raise Http404
        numbers = numbers_of(self.queryset)
        self.record(wanted, numbers)
        return download(self.model, numbers, wanted)

    def record(self, format, numbers):
        """Note who got which rows, where that is kept."""


class SubmissionInspect(InspectView):
    """One row with all that was answered, in the words that its writer saw."""

    def get_fields_dict(self):
        told = answers.told(self.instance)
        return [*super().get_fields_dict(), *({"label": q, "value": a or "–"} for q, a in told)]


class AnswersColumn:
    """For a table: the column that shows the answers to whatever was asked."""

    def all_answers(self, row) -> str:
        """Return the answers that were given, each after its question, folded."""
        answered = [pair for pair in answers.told(row) if pair[1]]
        if not answered:
            return ""
        said = ngettext("%(count)s answer", "%(count)s answers", len(answered))
        lines = format_html_join("", "<dt>{}</dt> <dd>{}</dd> ", answered)
        summary = said % {"count": len(answered)}
        return format_html("<details><summary>{}</summary> <dl>{}</dl></details>", summary, lines)

    all_answers.short_description = _("answers")
