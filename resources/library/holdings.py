"""Which of the resources have what, read at once and counted in memory.

A database that counts one facet after the other finds out anew for each which resources readers may
see, and that is most of its work.
"""

from collections import Counter
from itertools import compress

from django.db.models import QuerySet


class Holdings:
    """The values of resources, by the name of the way, each value beside a resource's key."""

    def __init__(self, resources: QuerySet, ways: list):
        in_row = [way for way in ways if hasattr(way, "column")]
        rows = resources.order_by().values_list("pk", *(way.column for way in in_row))
        keys, *columns = zip(*rows, strict=True) if rows else [()] * (len(in_row) + 1)
        self.keys = set(keys)
        self.values = {
            way.name: (column, keys) for way, column in zip(in_row, columns, strict=True)
        }
        for way in ways:
            if way not in in_row:
                self.values[way.name] = tuple(zip(*way.values_and_keys(), strict=True)) or ((), ())

    def counts(self, name: str, among: dict[str, str]) -> dict[str, int]:
        """Return how many have each value of a way, of those that have others; never 0."""
        chosen = self.keys.intersection(*(self.having(*choice) for choice in among.items()))
        values, keys = self.values[name]
        counts = Counter(compress(values, map(chosen.__contains__, keys)))
        return {value: count for value, count in counts.items() if value}

    def having(self, name: str, value: str) -> list[int]:
        """Return the keys of those with a value, of some too that no reader sees."""
        return [key for other, key in zip(*self.values[name], strict=True) if other == value]
