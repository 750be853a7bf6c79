"""What readers contributed and communications have to look at, on their first screen."""

from wagtail.admin.ui.components import Component

from forms.models import ProblemReport, Suggestion

SHOWN = 10


def looks_after_them(user) -> bool:
    """Tell whether somebody is one of those who may see all of it."""
    return user.has_perms(["forms.view_suggestion", "forms.view_problemreport"])


class ContributionsPanel(Component):
    """The latest suggested resources and reports of problems that wait; nothing while none do."""

    template_name = "home/admin/contributions_panel.html"
    order = 150

    def get_context_data(self, parent_context):
        suggestions = Suggestion.objects.to_do().select_related("resource")
        reports = ProblemReport.objects.to_do().select_related("resource")
        return {"suggestions": suggestions[:SHOWN], "reports": reports[:SHOWN]}
