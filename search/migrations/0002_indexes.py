"""What Django's models cannot say: the index of words, each database's own.

Both are kept by the database itself. Whoever changes the table later must mind that Django makes
a table of SQLite anew for that, which loses its triggers: make them again (`make_indexes`).
"""

from django.db import migrations

CONFIGURATION = "CASE language WHEN 'es' THEN 'spanish'::regconfig ELSE 'english'::regconfig END"
HEADING = f"""
    setweight(to_tsvector({CONFIGURATION}, title_words), 'A')
    || setweight(to_tsvector({CONFIGURATION}, name_words), 'B')
"""
POSTGRESQL = [
    f"""
    ALTER TABLE site_search_entry
    ADD COLUMN heading tsvector GENERATED ALWAYS AS ({HEADING}) STORED,
    ADD COLUMN words tsvector GENERATED ALWAYS AS (
        {HEADING} || setweight(to_tsvector({CONFIGURATION}, text_words), 'D')
    ) STORED
    """,
    "CREATE INDEX site_search_entry_heading ON site_search_entry USING gin (heading)",
    "CREATE INDEX site_search_entry_words ON site_search_entry USING gin (words)",
]

COLUMNS = "title_words, name_words, text_words"
ADD = f"""
    INSERT INTO site_search_words (rowid, {COLUMNS})
    VALUES (new.page_id, new.title_words, new.name_words, new.text_words);
"""  # noqa: S608
REMOVE = f"""
    INSERT INTO site_search_words (site_search_words, rowid, {COLUMNS})
    VALUES ('delete', old.page_id, old.title_words, old.name_words, old.text_words);
"""  # noqa: S608


def trigger(event: str, statements: str) -> str:
    name = f"site_search_entry_{event.lower()}"
    return f"CREATE TRIGGER {name} AFTER {event} ON site_search_entry BEGIN {statements} END"


SQLITE = [
    f"""
    CREATE VIRTUAL TABLE site_search_words USING fts5(
        {COLUMNS}, content='site_search_entry', content_rowid='page_id',
        tokenize='porter unicode61 remove_diacritics 2'
    )
    """,
    trigger("INSERT", ADD),
    trigger("DELETE", REMOVE),
    trigger("UPDATE", REMOVE + ADD),
]
STATEMENTS = {"postgresql": POSTGRESQL, "sqlite": SQLITE}


def make_indexes(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        for statement in STATEMENTS[schema_editor.connection.vendor]:
            cursor.execute(statement)


def remove_indexes(apps, schema_editor):
    """The rest goes with the table."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE site_search_words")


class Migration(migrations.Migration):
    dependencies = [("site_search", "0001_entries")]
    operations = [migrations.RunPython(make_indexes, remove_indexes)]
