"""What `manage.py check --database default` and each `migrate` say about the search."""

from django.core.checks import Tags, Warning, register
from django.db import connections

from search import trigrams

WITHOUT_TRIGRAMS = Warning(
    "PostgreSQL's extension pg_trgm is not installed: the search forgives fewer typing errors, "
    "and none in the first letter of a word.",
    hint="On Debian: apt install postgresql-contrib. Then, as the database's owner: "
    "CREATE EXTENSION pg_trgm; and once more: manage.py migrate.",
    id="site_search.W001",
)


def connect() -> None:
    """Add the check; called once, when the app is ready."""
    register(Tags.database)(trigrams_are_there)


def trigrams_are_there(databases=None, **kwargs) -> list[Warning]:
    """Warn where PostgreSQL has no trigrams; silent before the first migration."""
    if "default" not in (databases or []) or connections["default"].vendor != "postgresql":
        return []
    has_table = "site_search_word" in connections["default"].introspection.table_names()
    return [WITHOUT_TRIGRAMS] if has_table and not trigrams.are_there() else []
