"""A table was a block around a table, each with a caption; now it is the table itself."""

from django.db import migrations
from wagtail.blocks.migrations.migrate_operation import MigrateStreamData
from wagtail.blocks.migrations.operations import BaseBlockOperation


class TakeTableOut(BaseBlockOperation):
    """Keeps the caption that readers saw."""

    operation_name_fragment = "take_table_out"

    def apply(self, block_value):
        if "table" not in block_value:
            return block_value
        table = block_value["table"] or {"columns": [], "rows": [], "caption": ""}
        return {**table, "caption": block_value.get("caption") or table.get("caption", "")}


def body_of(model_name):
    return MigrateStreamData("home", model_name, "body", [(TakeTableOut(), "table")])


class Migration(migrations.Migration):
    dependencies = [("home", "0002_help_texts")]

    operations = [body_of("ContentPage"), body_of("HomePage")]
