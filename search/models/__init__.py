from search.models.empty_search import EmptySearch
from search.models.entry import Entry
from search.models.word import Word

__all__ = ["EmptySearch", "Entry", "Word"]
