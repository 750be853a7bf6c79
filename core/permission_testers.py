"""Who may do what to a page, beyond the rights that a group has on a branch of the tree."""

from wagtail.models.pages import PagePermissionTester


class ReviewedPagePermissionTester(PagePermissionTester):
    """While a page waits for review it goes live by being approved, not past its reviewers."""

    def can_publish(self):
        return super().can_publish() and not self.page.workflow_in_progress
