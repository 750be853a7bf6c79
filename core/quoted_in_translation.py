"""Keeps what a sentence quotes inside the sentence that translators are given.

Rich text holds a quoted figure as `<embed … />`. wagtail-localize 1.14 takes that for a block: it
cuts the sentence in two there, and fails where it is bold. It knows how to carry a link through a
translation, so what is quoted travels as one.
"""

import re

from wagtail.blocks import RichTextBlock
from wagtail.rich_text import RichText
from wagtail.rich_text.rewriters import FIND_EMBED_TAG
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor
from wagtail_localize.segments.ingest import organise_template_segments
from wagtail_localize.strings import restore_strings

# What translators see in its place. A number would make each correction a new text to translate.
IN_ITS_PLACE = "[#]"
LINK = re.compile(r'<a\b([^>]*\sembedtype="[^>]*)>.*?</a>', re.DOTALL)


def segments_of(html: str) -> list:
    """Return the segments of a stored rich text that translators work on."""
    carried = FIND_EMBED_TAG.sub(rf"<a\1>{IN_ITS_PLACE}</a>", html)
    extractor = StreamFieldSegmentExtractor(None)
    return extractor.handle_block(RichTextBlock(), RichText(carried))


def restored(segments: list) -> str:
    """Return the rich text that translated segments make."""
    _format, template, strings = organise_template_segments(segments)
    return LINK.sub(r"<embed\1/>", restore_strings(template, strings))
