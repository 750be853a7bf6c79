"""One object of a collection as JSON."""

from rest_framework.serializers import Field


class ColumnField(Field):
    """The value that a column (core/columns.py) reads from the object."""

    def __init__(self, column):
        super().__init__(read_only=True, source="*")
        self.column = column

    def to_representation(self, row):
        return self.column.read(row)
