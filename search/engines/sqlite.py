"""Full text search by SQLite's FTS5, over the table of search/migrations/0002."""

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from search.engines import prefixes

JOINTS = {"&": "AND", "|": "OR"}
# What a word counts in the title, in a name and in the text. bm25 is smaller for what is better.
RANKED = """
    SELECT entry.page_id, -bm25(site_search_words, 10, 6, 1) AS score
    FROM site_search_words JOIN site_search_entry entry ON entry.page_id = site_search_words.rowid
    WHERE site_search_words MATCH %s AND entry.language = %s {of_kind}
    ORDER BY score DESC, entry.page_id LIMIT %s
"""
look_alikes = prefixes.look_alikes


def ranked(question, joint: str, kind: str, most: int) -> dict[int, float]:
    """Return the ids of at most so many pages with all (&) or any (|) of the words, best first.

    With each its score.
    """
    values = [query(question, joint), question.language, *([kind] if kind else []), most]
    with connection.cursor() as cursor:
        cursor.execute(RANKED.format(of_kind="AND entry.kind = %s" if kind else ""), values)
        return dict(cursor.fetchall())


def holds(question, joint: str) -> RawSQL:
    """Return the condition that an entry has all (&) or any (|) of the words."""
    return RawSQL(
        "site_search_entry.page_id IN"
        " (SELECT rowid FROM site_search_words WHERE site_search_words MATCH %s)",
        [query(question, joint)],
        output_field=BooleanField(),
    )


def query(question, joint: str) -> str:
    return f" {JOINTS[joint]} ".join(f'"{word}"' for word in question.compared)
