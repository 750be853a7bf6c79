"""What the admin's first screen says to staff about links."""

from django.utils.functional import cached_property
from wagtail.admin.site_summary import SummaryItem

from core.permissions import ADMINISTER_SOCIETIES
from resources.models import Link


class LinkSummaryItem(SummaryItem):
    """How many links readers follow in vain; nothing while there is none."""

    order = 350
    template_name = "resources/admin/site_summary_links.html"

    @cached_property
    def count(self) -> int:
        return Link.objects.broken().count()

    def get_context_data(self, parent_context):
        return {"count": self.count}

    def is_shown(self):
        return self.request.user.has_perm(ADMINISTER_SOCIETIES) and self.count > 0


def add_link_summary(request, items):
    """Add the item (hook construct_homepage_summary_items)."""
    items.append(LinkSummaryItem(request))
