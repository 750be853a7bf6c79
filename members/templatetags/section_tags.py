from django import template

from members.access.who import is_limited

register = template.Library()


@register.simple_tag(takes_context=True)
def works_in_section(context) -> bool:
    """Whether the admin that is shown is limited to a society's section."""
    request = context.get("request")
    return bool(request and hasattr(request, "user") and is_limited(request.user))
