"""Draws a figure's share card, the light box as a picture."""

from django.utils.translation import gettext as _
from font_source_serif_pro import SourceSerifPro, SourceSerifProSemibold

from core.pictures import INNER, MARGIN, ON_NIGHT, QUIET, X_RAY, Box, blank, font_of, png_of, write
from resources.figures.card import CardText

NUMBER_SIZE, WORD_SIZE = 220, 54

NUMBERS = Box(60, 230, NUMBER_SIZE, X_RAY)
DIRECTION = Box(60, 230, 92, X_RAY)
SENTENCE = Box(310, 170, 44, ON_NIGHT)
SOURCE = Box(492, 48, 24, QUIET)
SIGNED = Box(550, 50, 30, ON_NIGHT, SourceSerifProSemibold)


def png(card: CardText) -> bytes:
    """Return the picture of a card as a PNG file."""
    image, draw = blank()
    if card.numerals:
        draw_numerals(draw, card.numerals)
    write(draw, card.direction, DIRECTION)
    write(draw, card.sentence, SENTENCE)
    write(draw, card.source, SOURCE)
    write(draw, card.signed, SIGNED)
    return png_of(image)


def draw_numerals(draw, numerals) -> None:
    """Draw the large numbers on one line, smaller where they are long."""
    pieces = [piece for n, numeral in enumerate(numerals) for piece in pieces_of(numeral, n)]
    width = sum(font_of(SourceSerifPro, size).getlength(text) for text, size, _colour in pieces)
    scale = min(1, INNER / width)
    left, baseline = MARGIN, NUMBERS.top + 180
    for text, size, colour in pieces:
        font = font_of(SourceSerifPro, max(8, int(size * scale)))
        draw.text((left, baseline), text, font=font, fill=colour, anchor="ls")
        left += font.getlength(text)


def pieces_of(numeral, position: int) -> list[tuple[str, int, str]]:
    """Return text, size and colour of each part of a number; the second is the comparison."""
    colour = QUIET if position else X_RAY
    is_word = numeral.is_unit_a_word
    pieces = [
        (f"  {_('vs.')}  " if position else "", WORD_SIZE, ON_NIGHT),
        (f"{numeral.before} " if numeral.before else "", WORD_SIZE, ON_NIGHT),
        (numeral.number + ("" if is_word else numeral.unit), NUMBER_SIZE, colour),
        (f" {numeral.unit}" if is_word else "", WORD_SIZE, colour),
        (f" {numeral.after}" if numeral.after else "", WORD_SIZE, ON_NIGHT),
    ]
    return [piece for piece in pieces if piece[0]]
