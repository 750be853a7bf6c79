"""The picture that networks show of a page: its heading, what it says, and whose it is."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.utils.translation import override
from font_source_serif_pro import SourceSerifProSemibold
from wagtail.models import Page, Site

from core.kept_pictures import kept
from core.models import BasePage, CoalitionSettings
from core.pictures import MARGIN, ON_NIGHT, QUIET, WIDTH, X_RAY, Box, blank, png_of, write
from core.querysets import ShownQuerySet
from core.read_only import read_only

HEADING = Box(70, 240, 76, ON_NIGHT, SourceSerifProSemibold)
TEXT = Box(345, 140, 36, QUIET)
SIGNED = Box(550, 50, 30, X_RAY, SourceSerifProSemibold)
LINE = (MARGIN, 520, WIDTH - MARGIN, 522)


@dataclass(frozen=True)
class CardText:
    """All the words on a card."""

    heading: str
    text: str
    signed: str


@read_only
def card(request, pk):
    """The card of a page that readers may see, in the language of the page."""
    page = ShownQuerySet(Page).shown().filter(pk=pk).select_related("locale").first()
    page = page and page.specific
    site = Site.find_for_request(request)
    if not site or not isinstance(page, BasePage):
        raise Http404
    with override(page.locale.language_code):
        signed = CoalitionSettings.for_site(site).name
        said = "" if page.shown_description == page.shown_heading else page.shown_description
        text = CardText(page.shown_heading, said, signed)
        return HttpResponse(kept("page-card", text, png), content_type="image/png")


def png(card: CardText) -> bytes:
    """Return the picture of a card as a PNG file."""
    image, draw = blank()
    write(draw, card.heading, HEADING)
    write(draw, card.text, TEXT)
    draw.rectangle(LINE, fill=X_RAY)
    write(draw, "" if card.signed == card.heading else card.signed, SIGNED)
    return png_of(image)
