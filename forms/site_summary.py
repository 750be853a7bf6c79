"""What the admin's first screen says about mail."""

from django.utils.functional import cached_property
from wagtail.admin.site_summary import SummaryItem

from forms.models import OutgoingMail


class MailSummaryItem(SummaryItem):
    """How many mails wait, and how many could not be delivered."""

    order = 400
    template_name = "forms/admin/site_summary_mail.html"

    @cached_property
    def counts(self) -> dict[str, int]:
        return OutgoingMail.objects.counts_by_state()

    def get_context_data(self, parent_context):
        return {"counts": self.counts}

    def is_shown(self):
        return self.request.user.has_perm("forms.view_outgoingmail")


def add_mail_summary(request, items):
    """Add the item (hook construct_homepage_summary_items)."""
    items.append(MailSummaryItem(request))
