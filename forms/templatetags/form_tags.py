from django import template

from core.navigation import first_below_home
from forms.models import PledgePage

register = template.Library()


@register.simple_tag(takes_context=True)
def pledge_page(context):
    """Return the page that the button in the header leads to, None where there is none."""
    return first_below_home(context["request"], PledgePage)
