"""Takes quoted figures into the editor of rich text, and out of it again."""

from draftjs_exporter import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    KEEP_WHITESPACE,
    InlineEntityElementHandler,
)

from resources.figure_quotes.quote import key_of, part_of, quotes_of

ENTITY = "FIGURE"


class FigureElementHandler(InlineEntityElementHandler):
    """Puts a figure into the editor as words that can be removed, but not changed.

    A query for each quote: Wagtail hands them over one by one.
    """

    mutability = "IMMUTABLE"

    def handle_starttag(self, name, attrs, state, contentstate):
        super().handle_starttag(name, attrs, state, contentstate)
        [quote] = quotes_of([dict(attrs)])
        state.current_block.text += quote.text
        state.leading_whitespace = KEEP_WHITESPACE

    def get_attribute_data(self, attrs):
        return {"key": attrs.get("key", ""), "part": part_of(attrs)}


def embed_of(props):
    """Return the tag that is stored; only the words for an entity that names no figure."""
    key = key_of(props)
    if key is None:
        return props["children"]
    return DOM.create_element(
        "embed", {"embedtype": "figure", "key": str(key), "part": part_of(props)}
    )


RULE = {
    "from_database_format": {'embed[embedtype="figure"]': FigureElementHandler(ENTITY)},
    "to_database_format": {"entity_decorators": {ENTITY: embed_of}},
}
