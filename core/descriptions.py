"""A page in a sentence or two, made from its own words."""

import re
from html import unescape

from django.utils.html import strip_tags
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import expand_db_html

LONGEST = 200  # characters; search engines show about 160


def description_of(page) -> str:
    """Return the beginning of the first text of the page; empty where it has none."""
    texts = (text_of(page, name) for name in page.described_by)
    return shortened(next(filter(None, texts), ""))


def shortened(text: str) -> str:
    """Return a text that is cut between two words where it is too long."""
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def text_of(page, name: str) -> str:
    """Return what a field of the page says, in plain words on one line."""
    field, value = page._meta.get_field(name), getattr(page, name)
    if isinstance(field, StreamField):
        value = next((block.value.source for block in value if block.block_type == "text"), "")
    if isinstance(field, RichTextField | StreamField):
        value = words_of(value or "")
    return re.sub(r"\s+", " ", value or "").strip()


def words_of(html: str) -> str:
    """Return the words of a stored rich text, quoted figures with their numbers."""
    return unescape(strip_tags(expand_db_html(html).replace("</p>", "</p> ")))
