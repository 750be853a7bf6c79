"""A table of words and numbers."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock


class TableBlock(blocks.StructBlock):
    """A table with a caption and a header row."""

    caption = blocks.CharBlock(
        label=_("Caption"), max_length=200, help_text=_("What the table shows, in one line.")
    )
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(required=False, label=_("Text"))),
            ("number", blocks.DecimalBlock(required=False, label=_("Number"))),
        ],
        label=_("Table"),
        help_text=_("Each column has a heading. The first column names the rows."),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("A table with a caption and column headings")
        template = "blocks/table.html"
