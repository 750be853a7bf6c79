"""Pictures to share, in the look of the site: words on the night of the light box.

1200 by 630 pixels is the size that the Open Graph readers of the large networks show uncut.
"""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from font_source_serif_pro import SourceSerifPro
from PIL import Image, ImageDraw, ImageFont

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN = 70
INNER = WIDTH - 2 * MARGIN
# As in static/css/tokens.css.
NIGHT, X_RAY, ON_NIGHT, QUIET = "#0b1f2e", "#7fd4e8", "#e4eef3", "#a9bfca"
LEADING = 1.28


@dataclass(frozen=True)
class Box:
    """Where a text may stand: from `top` down, so high, and no larger than `size`."""

    top: int
    height: int
    size: int
    colour: str
    font: str = SourceSerifPro


def blank():
    """Return an empty picture and what draws on it."""
    image = Image.new("RGB", SIZE, NIGHT)
    return image, ImageDraw.Draw(image)


def png_of(image) -> bytes:
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
