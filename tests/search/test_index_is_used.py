"""The database answers from its index of words, and does not read every page."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search import checks, trigrams
from search.engines import engine
from search.finding import with_words
from search.question import question_of

ENTRIES = 3000
ROW = "SELECT -n, 'en', 'page', '', '', '', 'words ' || n, '', 'more words'"
NUMBERS = "numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < %s)"
FILL = {
    "postgresql": f"{ROW} FROM generate_series(1, %s) AS n",
    "sqlite": f"WITH RECURSIVE {NUMBERS} {ROW} FROM numbers",
}
# How each names its plan, what must be in it, and what must not.
PLANS = {
    "postgresql": ("EXPLAIN", ["site_search_entry_words", "site_search_entry_heading"], "Seq Scan"),
    "sqlite": ("EXPLAIN QUERY PLAN", ["VIRTUAL TABLE INDEX"], "SCAN entry"),
}
# The last statement of a search looks up the entries that were ranked; the others the words.
WORDS_INDEX = {"postgresql": "site_search_entry_words", "sqlite": "VIRTUAL TABLE INDEX 0:M"}
READS_ALL = re.compile(r"Seq Scan on site_search_entry|SCAN (site_search_entry|entry)\b")


@pytest.fixture
def cursor(site):
    """A cursor, with thousands of entries of pages that there are not while the test runs."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO site_search_entry (page_id, language, kind, title, names, text,"
            " title_words, name_words, text_words) " + FILL[connection.vendor],
            [ENTRIES],
        )
        if connection.vendor == "postgresql":  # as its own upkeep does, or the index seems costly
            for index in PLANS["postgresql"][1]:
                cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [index])
        cursor.execute("ANALYZE")
        yield cursor
        cursor.execute("DELETE FROM site_search_entry WHERE page_id < 0")


def test_words_are_looked_up_in_the_index(cursor):
    with CaptureQueriesContext(connection) as captured:
        engine().ranked(question_of("hepatitis", "en"), "&", "", 10)
    explain, used, scan = PLANS[connection.vendor]
    cursor.execute(f"{explain} {captured[0]['sql']}")
    plan = "\n".join(str(row) for row in cursor.fetchall())
    assert [name for name in used if name not in plan] == []
    assert scan not in plan


@pytest.mark.parametrize("asked", ["hepatitis tuberculosis", "words"])  # on few, on all
@pytest.mark.parametrize("joint", ["&", "|"])
@pytest.mark.parametrize(("language", "number"), [("en", 3), ("es", 4)])
def test_no_statement_of_a_search_reads_every_entry(cursor, asked, joint, language, number):
    with CaptureQueriesContext(connection) as captured:
        with_words(question_of(asked, language), joint, "")
    statements = [one["sql"] for one in captured if "site_search_entry" in one["sql"]]
    # The count, the ranking, the titles; of the societies in Spanish none is found, so no titles.
    assert len(statements) == number
    costs_decide = asked == "words" and connection.vendor == "postgresql"
    if costs_decide:  # where all match, reading all is cheapest: ask if there is another way
        cursor.execute("SET LOCAL enable_seqscan = off")
    explain = PLANS[connection.vendor][0]
    for statement in statements:
        cursor.execute(f"{explain} {statement}")
        plan = "\n".join(str(row) for row in cursor.fetchall())
        assert not READS_ALL.search(plan), plan
        # Few entries are in Spanish, or societies, so the index of these may do.
        others_do = costs_decide or language == "es" or "title_words" in statement
        assert others_do or WORDS_INDEX[connection.vendor] in plan, plan


def test_a_database_without_trigrams_is_warned_of(site):
    found = checks.trigrams_are_there(databases=["default"])
    lacking = connection.vendor == "postgresql" and not trigrams.are_there()
    assert found == ([checks.WITHOUT_TRIGRAMS] if lacking else [])
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DROP INDEX IF EXISTS site_search_word_trigrams")
        assert checks.trigrams_are_there(databases=["default"]) == [checks.WITHOUT_TRIGRAMS]
        near = engine().look_alikes("hepatitus", "en", 2)
        assert "hepatitis" in near
