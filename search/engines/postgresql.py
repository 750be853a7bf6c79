"""Full text search by PostgreSQL, over the columns and indexes of search/migrations/0002."""

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from search import trigrams
from search.engines import prefixes

CONFIGURATIONS = {"en": "english", "es": "spanish"}
# What a word counts in the text, in nothing, in a name and in the title.
WEIGHTS = "'{0.1, 0.1, 0.6, 1.0}'"
# Ranking reads each candidate, so the commonest words must not have more than so many. Those with
# the words in their title or names come first.
ASKED = "to_tsquery(%(configuration)s::regconfig, %(query)s)"
RANKED = """
    WITH candidates AS (
        (
            SELECT page_id FROM site_search_entry
            WHERE language = %(language)s AND heading @@ {query} {of_kind} LIMIT %(most)s
        )
        UNION
        (
            SELECT page_id FROM site_search_entry
            WHERE language = %(language)s AND words @@ {query} {of_kind} LIMIT %(most)s
        )
    )
    SELECT page_id, ts_rank({weights}, words, {query}, 1) + {coverage} AS score
    FROM candidates JOIN site_search_entry USING (page_id)
    ORDER BY score DESC, page_id LIMIT %(most)s
"""


def ranked(question, joint: str, kind: str, most: int) -> dict[int, float]:
    """Return the ids of at most so many pages with all (&) or any (|) of the words, best first.

    With each its score.
    """
    configuration = CONFIGURATIONS[question.language]
    values = {"configuration": configuration, "query": query(question, joint), "most": most}
    values |= {"language": question.language, "kind": kind}
    sql = RANKED.format(
        of_kind="AND kind = %(kind)s" if kind else "",
        query=ASKED,
        weights=WEIGHTS,
        coverage=coverage(question, values) if joint == "|" else "0",
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return dict(cursor.fetchall())


def coverage(question, values: dict) -> str:
    """Return how many of the words a page has, as SQL. Its rank alone prefers one word often."""
    parts = []
    for number, word in enumerate(question.compared):
        values[f"word{number}"] = quoted(word)
        parts.append(f"(words @@ to_tsquery(%(configuration)s::regconfig, %(word{number})s))::int")
    return " + ".join(parts)


def holds(question, joint: str) -> RawSQL:
    """Return the condition that an entry has all (&) or any (|) of the words."""
    return RawSQL(
        "site_search_entry.words @@ to_tsquery(%s::regconfig, %s)",
        [CONFIGURATIONS[question.language], query(question, joint)],
        output_field=BooleanField(),
    )


def query(question, joint: str) -> str:
    return f" {joint} ".join(quoted(word) for word in question.compared)


def quoted(word: str) -> str:
    """A word has neither quotes nor signs (search/words.py)."""
    return f"'{word}'"


LOOK_ALIKE = """
    SELECT word FROM site_search_word WHERE language = %s AND word %% %s
    ORDER BY similarity(word, %s) DESC LIMIT 30
"""


def look_alikes(word: str, language: str, letters: int) -> list[str]:
    """Return words of the pages that share trigrams with a word; without those, as on SQLite."""
    if not trigrams.are_there():
        return prefixes.look_alikes(word, language, letters)
    with connection.cursor() as cursor:
        cursor.execute(LOOK_ALIKE, [language, word, word])
        return [row[0] for row in cursor.fetchall()]
