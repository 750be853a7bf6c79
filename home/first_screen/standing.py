"""Where a page of a society stands, in words that somebody understands who rarely logs in."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.models import Page, WorkflowState


@dataclass(frozen=True)
class Standing:
    """One line about a page. `tone` is the name of a status of Wagtail's, for its color."""

    words: str
    tone: str
    comment: str = ""


def standing_of(page: Page) -> Standing:
    """Return where the page stands: in review, sent back, a draft, or live."""
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_IN_PROGRESS:
        return Standing(_("Waiting for review"), "primary")
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return Standing(_("Changes were asked for"), "critical", state.current_task_state.comment)
    if not page.live:
        return Standing(_("Draft, not submitted yet"), "default")
    if page.has_unpublished_changes:
        return Standing(_("Live, with changes that are not submitted yet"), "default")
    return Standing(_("Live"), "success")
