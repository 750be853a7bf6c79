"""The review that all work of the societies goes through before it is published."""

from django.contrib.auth.models import Group
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from members.models import MemberIndexPage, ReviewTask
from members.roles import COMMUNICATIONS

# Names that staff see. English, because what is in the database is data.
WORKFLOW = "Review of the societies' work"
TASK = "Review by communications"


def attach_review(index: MemberIndexPage) -> None:
    """Have what is submitted below the members page reviewed, if nothing else reviews it yet."""
    if hasattr(index, "workflowpage"):
        return
    WorkflowPage.objects.create(workflow=review_workflow(), page=index)


def review_workflow() -> Workflow:
    """Return the workflow, made with its one task if need be."""
    workflow, is_new = Workflow.objects.get_or_create(name=WORKFLOW)
    if is_new:
        task = ReviewTask.objects.create(name=TASK)
        task.groups.set([Group.objects.get(name=COMMUNICATIONS.name)])
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow
