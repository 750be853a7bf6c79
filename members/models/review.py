from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Revision

from core.publishing import require_ready


class ReviewTask(AbstractGroupApprovalTask):
    """Waits until somebody of the chosen groups approves, who wrote none of what goes live."""

    class Meta:
        verbose_name = _("review by somebody else")
        verbose_name_plural = _("reviews by somebody else")

    @classmethod
    def get_description(cls):
        return _("Members of the chosen groups approve it, but nobody approves their own edit")

    def get_actions(self, obj, user):
        """Offer approval to all reviewers but the authors; each may ask for changes."""
        actions = super().get_actions(obj, user)
        if is_author(obj, user):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def on_action(self, task_state, user, action_name, **kwargs):
        """Raise PermissionDenied for an approval by an author, also of a change made just now.

        Raise NotReadyError for that of a page that lacks something.
        """
        page = task_state.workflow_state.content_object
        if action_name == "approve" and is_author(page, user):
            raise PermissionDenied("Nobody approves their own edit.")
        if action_name == "approve":
            require_ready(task_state.revision.as_object())
        return super().on_action(task_state, user, action_name, **kwargs)


def is_author(page, user) -> bool:
    """Tell whether the user asked for the review, or made a change that is not live yet."""
    state = page.current_workflow_state
    if state and state.requested_by_id == user.pk:
        return True
    changes = Revision.objects.for_instance(page)
    if page.live_revision_id:
        changes = changes.filter(created_at__gt=page.live_revision.created_at)
    return changes.filter(user=user).exists()
