"""A table of words and numbers."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import (
    TypedTableBlock,
    TypedTableBlockValidationError,
)

from core.blocks.table_texts import restored, segments_of

NO_CAPTION = _("Give the table a caption: what it shows, in one line.")
NO_CELLS = _("A table needs at least one column and one row.")
NO_HEADING = _("Give every column a heading.")


def problems_of(table) -> list:
    """Return why readers, above all those who listen, could not make sense of a table."""
    headings = [column["heading"].strip() for column in table.columns]
    faults = {
        NO_CAPTION: not table.caption.strip(),
        NO_CELLS: not (table.columns and table.row_data),
        NO_HEADING: not all(headings),
    }
    return [problem for problem, found in faults.items() if found]


class TableBlock(TypedTableBlock):
    """A table with a caption and column headings, whose first column names the rows."""

    text = blocks.CharBlock(required=False, label=_("Text"))
    number = blocks.DecimalBlock(required=False, label=_("Number"))

    def clean(self, value):
        """Refuse a table that is not whole; a draft may still become so."""
        value = super().clean(value)
        if not self.is_deferred_validation and (problems := problems_of(value)):
            raise TypedTableBlockValidationError(non_block_errors=problems)
        return value

    def get_translatable_segments(self, value):
        """Offer its words to translators (wagtail-localize)."""
        return segments_of(self.get_prep_value(value))

    def restore_translated_segments(self, value, segments):
        """Return the table with its words translated (wagtail-localize)."""
        return self.to_python(restored(self.get_prep_value(value), segments))

    def get_preview_value(self):
        columns = [("text", gettext("Year")), ("number", gettext("Visits"))]
        return self.to_python(
            {
                "caption": gettext("Visits by year"),
                "columns": [{"type": kind, "heading": heading} for kind, heading in columns],
                "rows": [{"values": ["2024", 310]}, {"values": ["2025", 420]}],
            }
        )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("A table with a caption and column headings")
        help_text = _(
            "It needs a caption, and each column a heading. The first column names the rows."
        )
        template = "blocks/table.html"
