"""What templates need to offer a figure for reuse."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html

from core.models import CoalitionSettings
from resources.reuse import citations

register = template.Library()


@register.simple_tag(takes_context=True)
def cited(context, figure) -> str:
    """Return how a figure is cited, in words."""
    coalition = CoalitionSettings.for_request(context["request"]).name
    return citations.in_words(citations.citation(figure, coalition))


@register.simple_tag
def full_url(name, *args) -> str:
    """Return an address of this site with its host, as others need it."""
    return settings.SITE_URL + reverse(name, args=args)


@register.simple_tag
def snippet(figure) -> str:
    """Return the HTML with which another site shows a figure."""
    address = full_url("figure_embed", figure.translation_key)
    frame = '<iframe src="{}" title="{}" width="100%" height="480" loading="lazy"></iframe>'
    return format_html(frame, address, figure)
