"""A figure's share card, kept in the cache under what it says."""

from django.http import HttpResponse
from wagtail.models import Site

from core.kept_pictures import kept
from core.models import CoalitionSettings
from resources.figures.card import card_text
from resources.share_card import png
from resources.views.figure import of_figure


@of_figure
def card(request, figure):
    """The card as a PNG file."""
    text = card_text(figure, signed=name_of_coalition(request))
    return HttpResponse(kept("figure-card", text, png), content_type="image/png")


def name_of_coalition(request) -> str:
    has_site = Site.find_for_request(request) is not None
    return (CoalitionSettings.for_request(request) if has_site else CoalitionSettings()).name
