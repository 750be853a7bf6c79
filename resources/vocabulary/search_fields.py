"""By which of its words a page is found that points to a term."""

from wagtail.search import index

# Readers search by any name that a term has or had.
WORDS = [
    index.RelatedFields("wordings", [index.SearchField("name")]),
    index.RelatedFields("former_names", [index.SearchField("name")]),
]
