"""Writes quoted figures into the rich text that readers get."""

from django.utils.html import format_html
from wagtail.rich_text import EmbedHandler

from resources.figure_quotes.quote import Quote, key_of, quotes_of
from resources.models import Figure


class FigureEmbedHandler(EmbedHandler):
    """Turns `<embed embedtype="figure" …/>` into the figure's words and a link to its page.

    All quotes of one rich text are one query, and so are those of a whole body
    (core/blocks/expansion.py); an introduction that quotes asks for itself. Nothing is kept from
    one reading to the next, so that a correction is seen at once.
    """

    identifier = "figure"

    @staticmethod
    def get_model():
        return Figure

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        return [html_of(quote) for quote in quotes_of(attrs_list)]

    @classmethod
    def extract_references(cls, attrs):
        """Yield the figure's id, which stays, and not the number of its row in one language."""
        if key := key_of(attrs):
            yield Figure, str(key), "", ""


def html_of(quote: Quote) -> str:
    if not quote.address:
        return format_html('<span class="quoted-figure">{}</span>', quote.text)
    return format_html('<a class="quoted-figure" href="{}">{}</a>', quote.address, quote.text)
