"""What readers are told of a link."""

from django import template

from resources.models import Link

register = template.Library()


@register.inclusion_tag("components/broken_link.html")
def broken_link(address: str | None) -> dict:
    """Say since when an address is gone, and where a copy is; nothing of one that works."""
    return {"link": Link.objects.gone_at(address or "")}
