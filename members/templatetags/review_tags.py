from django import template
from wagtail.models import TaskState

register = template.Library()


@register.simple_tag
def reviewers_comment(page) -> str:
    """Return what the reviewer wrote with the last decision about a page."""
    decided = TaskState.objects.for_instance(page).exclude(finished_at=None)
    last = decided.order_by("-finished_at").first()
    return last.comment if last else ""
