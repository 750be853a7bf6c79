"""Turns the stored rich text of many blocks into HTML in one go.

Wagtail expands each text by itself, with queries of its own for the pages, documents and figures
that it names; but all that stand in one string it looks up at once.
"""

from wagtail.rich_text import RichText, expand_db_html

SEAM = "\x00"  # stands in no text: forms refuse it, and PostgreSQL cannot hold it


def expand_together(texts: list[RichText]) -> None:
    """Expand the texts of a page that is being rendered, for `expanded` to return."""
    pieces = expand_db_html(SEAM.join(text.source.replace(SEAM, "") for text in texts)).split(SEAM)
    for text, piece in zip(texts, pieces, strict=False):
        text.html = piece


def expanded(text: RichText) -> str:
    """Return a text as HTML, expanded now unless that was done for the whole page."""
    return getattr(text, "html", None) or expand_db_html(text.source)
