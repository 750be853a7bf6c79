"""What mail is for, in words for staff."""

from django.contrib.admin import SimpleListFilter
from django.utils.translation import gettext_lazy as _

LABELS = {
    "pledge": _("Receipt for a pledge"),
    "pledge_again": _("Answer to a repeated pledge"),
    "pledge_pending": _("Answer to a pledge repeated before it was confirmed"),
    "pledge_anew": _("Answer to a pledge repeated after it was withdrawn"),
    "pledge_reminder": _("Reminder to confirm a pledge"),
    "pledge_yours": _("Link to a signer's own page"),
    "message": _("Message from a form"),
    "message_receipt": _("Receipt for a message"),
    "suggestion": _("Suggested resource"),
    "report": _("Report of a problem"),
    "sample": _("Mail of a form with sample data"),
    "site": _("Account or review of a page"),
}

# Mail that staff get. It is sent whatever the suppression list says, and as often as need be.
TO_STAFF = {"message", "suggestion", "report", "sample", "site"}
# Mail that no visitor's form causes; the caps are about all other (forms/outbox/caps.py).
WITHOUT_FORM = {"sample", "site"}
# Mail that the suppression list does not stop (forms/outbox/suppression.py says why).
STILL_SENT = {*TO_STAFF, "pledge_yours"}


def purpose_label(code: str) -> str:
    """Return the words for a purpose; one that has none yet is shown as its code."""
    return LABELS.get(code, code)


class PurposeFilter(SimpleListFilter):
    """Offers each purpose by its label. Looking which there are would read the whole table."""

    title = _("purpose")
    parameter_name = "purpose"

    def lookups(self, request, model_admin):
        return LABELS.items()

    def queryset(self, request, queryset):
        return queryset.filter(purpose=self.value()) if self.value() else queryset
