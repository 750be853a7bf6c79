from django.db.models import Q

from forms.pledge_form import AnswersForm


class DetailsForm(AnswersForm):
    """What a signer may correct. The address and the words they signed stay as they are."""

    email = None

    def __init__(self, *args, pledge, **kwargs):
        names = ["name", "society", "state", "wants_updates"]
        initial = {name: getattr(pledge, name) for name in names}
        super().__init__(*args, page=pledge.page, initial=initial, **kwargs)
        # The words that this signer saw, which need not be those of today.
        self.fields["wants_updates"].label = pledge.wording.consent
        self.keep_society_of(pledge)

    def keep_society_of(self, pledge):
        """Offer the society that was chosen, though it may have left the coalition since."""
        offered = self.fields["society"].queryset
        wanted = Q(pk__in=offered.values("pk")) | Q(pk=pledge.society_id)
        self.fields["society"].queryset = offered.model.objects.filter(wanted).order_by("title")
