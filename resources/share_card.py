"""Draws a figure's share card, the light box as a picture.

1200 by 630 pixels is the size that the Open Graph readers of the large networks show uncut.
"""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from django.utils.translation import gettext as _
from font_source_serif_pro import SourceSerifPro, SourceSerifProSemibold
from PIL import Image, ImageDraw, ImageFont

from resources.figures.card import CardText

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN = 70
INNER = WIDTH - 2 * MARGIN
# As in static/css/tokens.css.
NIGHT, X_RAY, ON_NIGHT, QUIET = "#0b1f2e", "#7fd4e8", "#e4eef3", "#a9bfca"
NUMBER_SIZE, WORD_SIZE = 220, 54
LEADING = 1.28


@dataclass(frozen=True)
class Box:
    """Where a text may stand: from `top` down, so high, and no larger than `size`."""

    top: int
    height: int
    size: int
    colour: str
    font: str = SourceSerifPro


NUMBERS = Box(60, 230, NUMBER_SIZE, X_RAY)
DIRECTION = Box(60, 230, 92, X_RAY)
SENTENCE = Box(310, 170, 44, ON_NIGHT)
SOURCE = Box(492, 48, 24, QUIET)
SIGNED = Box(550, 50, 30, ON_NIGHT, SourceSerifProSemibold)


def png(card: CardText) -> bytes:
    """Return the picture of a card as a PNG file."""
    image = Image.new("RGB", SIZE, NIGHT)
    draw = ImageDraw.Draw(image)
    if card.numerals:
        draw_numerals(draw, card.numerals)
    write(draw, card.direction, DIRECTION)
    write(draw, card.sentence, SENTENCE)
    write(draw, card.source, SOURCE)
    write(draw, card.signed, SIGNED)
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


@lru_cache(maxsize=200)
def font_of(path: str, size: int):
    return ImageFont.truetype(path, size)


def write(draw, text: str, box: Box) -> None:
    """Write a text as large as its box lets all of it be."""
    font, lines = fitted(text, box)
    for number, line in enumerate(lines):
        top = box.top + round(number * font.size * LEADING)
        draw.text((MARGIN, top), line, font=font, fill=box.colour)


def fitted(text: str, box: Box):
    """Return the largest font in which a text fits its box, and its lines. Nothing is cut off."""
    for size in range(box.size, 8, -1):
        font = font_of(box.font, size)
        lines = wrapped(text, font)
        fits = all(font.getlength(line) <= INNER for line in lines)
        if fits and len(lines) * size * LEADING <= box.height:
            return font, lines
    return font, lines


def wrapped(text: str, font) -> list[str]:
    """Return the lines of a text; a line ends only between words."""
    lines = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= INNER:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


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
