"""The words that tell what a figure is about."""

import re
from collections import defaultdict
from uuid import UUID

from resources.models import FormerName, StatisticPage, TermWording

WORD = re.compile(r"[^\W\d_]{4,}")
# Of both languages; what stands in names and says nothing by itself.
COMMON = frozenset(
    word
    for words in (
        ("among", "with", "without", "from", "than", "that", "people", "person", "persons"),
        ("their", "other", "others", "entre", "personas", "para", "como", "sobre", "otras"),
        ("otros", "desde"),
    )
    for word in words
)
STEM = 5  # letters, by which deaths are death, and mujeres are mujer


def words_of(text: str) -> frozenset[str]:
    """Return the beginnings of the words of a text that say what it is about."""
    words = set(WORD.findall(text.casefold())) - COMMON
    return frozenset(word[:STEM] for word in words)


def words_by_figure(rows) -> dict[UUID, frozenset[str]]:
    """Return the words of the group, the outcome and the topics of figures, by their ids.

    In every language, and of former names too.
    """
    topics = topics_by_page({row.page_id for row in rows})
    terms = defaultdict(set)
    for row in rows:
        terms[row.translation_key] |= {row.group_id, row.outcome_id, *topics[row.page_id]}
    names = words_by_term(set().union(*terms.values()) - {None})
    return {key: frozenset().union(*(names[term] for term in terms[key])) for key in terms}


def topics_by_page(pages: set[int]) -> dict[int, set[int]]:
    pairs = StatisticPage.topics.through.objects.filter(statisticpage__in=pages)
    found = defaultdict(set)
    for page, term in pairs.values_list("statisticpage_id", "term_id"):
        found[page].add(term)
    return found


def words_by_term(terms: set[int]) -> dict[int, frozenset[str]]:
    found = defaultdict(frozenset)
    for names in (TermWording, FormerName):
        for term, name in names.objects.filter(term__in=terms).values_list("term_id", "name"):
            found[term] |= words_of(name)
    return found
