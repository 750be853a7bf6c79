from django.db.models import Q

from forms.outbox.unsubscribing import has_unsubscribed
from forms.pledge_form import AnswersForm


class DetailsForm(AnswersForm):
    """What a signer may correct. The address and the words they signed stay as they are."""

    email = None

    def __init__(self, *args, pledge, **kwargs):
        names = ["name", "society", "state", "wants_updates"]
        initial = {name: getattr(pledge, name) for name in names} | pledge.answers
        initial["ticked"] = pledge.actions
        initial["wants_updates"] &= not has_unsubscribed(pledge.email)
        # The words that this signer saw, which need not be those of today.
        known = {"page": pledge.page, "words": pledge.wording}
        super().__init__(*args, initial=initial, **known, **kwargs)
        self.keep_society_of(pledge)

    @property
    def agrees_anew(self) -> bool:
        """Whether the box for updates was not ticked, and is now."""
        return self.cleaned_data["wants_updates"] and not self.initial["wants_updates"]

    def keep_society_of(self, pledge):
        """Offer the society that was chosen, though it may have left the coalition since."""
        offered = self.fields["society"].queryset
        wanted = Q(pk__in=offered.values("pk")) | Q(pk=pledge.society_id)
        self.fields["society"].queryset = offered.model.objects.filter(wanted).order_by("title")
