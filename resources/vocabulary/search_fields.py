"""By which words of a term the pages that point to it are found."""

from wagtail.search import index

# Any name that it has or had, in whatever language. What is boosted counts as a name.
NAMES_OF_TERM = [
    index.RelatedFields("wordings", [index.SearchField("name", boost=2)]),
    index.RelatedFields("former_names", [index.SearchField("name", boost=2)]),
]
