"""A figure's share card, kept in the cache under what it says."""

import hashlib
import logging

from django.core.cache import cache
from django.http import HttpResponse
from wagtail.models import Site

from core.models import CoalitionSettings
from resources.figures.card import CardText, card_text
from resources.share_card import png
from resources.views.figure import of_figure

logger = logging.getLogger(__name__)
DAY = 60 * 60 * 24
LOOK = 1  # to be raised with each change of how cards are drawn


@of_figure
def card(request, figure):
    """The card as a PNG file."""
    text = card_text(figure, signed=name_of_coalition(request))
    return HttpResponse(kept(text), content_type="image/png")


def name_of_coalition(request) -> str:
    has_site = Site.find_for_request(request) is not None
    return (CoalitionSettings.for_request(request) if has_site else CoalitionSettings()).name


def kept(text: CardText) -> bytes:
    """Return the picture, drawn once for each wording; a cache that is down costs only time.

    What the card says is its key, so that a corrected figure never gets its old card.
    """
    key = f"figure-card-{LOOK}-{hashlib.sha256(repr(text).encode()).hexdigest()}"
    found = tried("get", key)
    if found is None:
        found = png(text)
        tried("set", key, found, DAY)
    return found


def tried(act: str, *args):
    """Return what the cache answers, None where it fails in whatever way its backend fails."""
    try:
        return getattr(cache, act)(*args)
    except Exception:
        logger.warning("The cache does not answer", exc_info=True)
        return None
