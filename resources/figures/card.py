"""What a figure's share card says. `resources/share_card.py` draws it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.formats import listed
from resources.figures.numerals import Numeral, in_words, numerals
from resources.figures.sentence import sentence


@dataclass(frozen=True)
class CardText:
    """All the words and numbers on a card.

    `direction` stands in place of the numbers where there are none; `signed` is the name of the
    coalition.
    """

    numerals: list[Numeral]
    direction: str
    sentence: str
    source: str
    signed: str


def card_text(figure, signed: str = "") -> CardText:
    """Return what the card of a figure says, in the language in force."""
    numbers = numerals(figure)
    said = "" if numbers else in_words(figure)
    direction = said[:1].upper() + said[1:]
    return CardText(numbers, direction, sentence(figure), source(figure), signed)


def source(figure) -> str:
    """Return the source line: all producers and titles, or that there is no source yet."""
    names = [str(source) for source in figure.sources.all()]
    if not names:
        return _("Source not yet verified.")
    return _("Source: %(names)s") % {"names": listed(names)}
