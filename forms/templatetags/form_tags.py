from django import template

from core.navigation import home_of
from forms.models import PledgePage

register = template.Library()


@register.simple_tag(takes_context=True)
def pledge_page(context) -> PledgePage | None:
    """Return the pledge that the button in the header leads to."""
    request = context["request"]
    if not hasattr(request, "_pledge_page"):
        home = home_of(request)
        pledges = PledgePage.objects.child_of(home).live().public() if home else []
        request._pledge_page = pledges.first() if home else None
    return request._pledge_page
