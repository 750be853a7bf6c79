"""Texts that editors format: what each kind may hold, and a field that translators can work on."""

import re

from wagtail.fields import RichTextField
from wagtail.rich_text import get_text_for_indexing

from core.quoted_in_translation import restored, segments_of

# What an introduction may hold, and what a longer text may. "figure" is registered by `resources`.
SENTENCES = ["bold", "italic", "link", "figure"]
PARAGRAPHS = [*SENTENCES, "ol", "ul"]
PARAGRAPHS_AND_FILES = [*PARAGRAPHS, "document-link"]

END_OF_PARAGRAPH = re.compile(r"</(?:p|li|h[1-6]|blockquote)>", re.IGNORECASE)


class WordsField(RichTextField):
    """Rich text in which a quoted figure stays inside its sentence when it is translated."""

    def deconstruct(self):
        """Migrations know it as what the database knows it as."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "wagtail.fields.RichTextField", args, kwargs

    def get_searchable_content(self, value):
        return paragraphs_of(value or "")

    def get_translatable_segments(self, value):
        """Offer its words to translators (wagtail-localize)."""
        return segments_of(value or "")

    def restore_translated_segments(self, value, segments):
        """Return the text with its words translated (wagtail-localize)."""
        return restored(segments)


def paragraphs_of(html: str) -> list[str]:
    """Return the words of each paragraph of a stored rich text, in order.

    What is only quoted, such as a figure, is no word of the text.
    """
    found = (get_text_for_indexing(part) for part in END_OF_PARAGRAPH.split(html))
    return [words for words in found if words]
