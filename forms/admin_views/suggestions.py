"""What staff may do about a suggested resource that a robot seems to have sent."""

from django.utils.translation import gettext_lazy as _

from forms.admin_views.messages import ContributionButtons, Genuine
from forms.models import Suggestion


class GenuineSuggestion(Genuine):
    model = Suggestion
    part = "suggestion_id"
    permission_required = "forms.view_suggestion"
    address = "forms_suggestion_genuine"
    table = "forms_suggestion_modeladmin_index"
    back = _("Back to the suggested resources")
    question = _("Is %(row)s a person's? Then it becomes a draft, and the mails are sent.")


class SuggestionButtons(ContributionButtons):
    genuine = GenuineSuggestion
