"""The library with 10,000 resources, 2,000 on SQLite: python -m tests.load.many_resources.

On a database of its own on the server of DATABASE_URL, in this process, without a web server, and
with nothing in a cache.
"""

import os
import random
import tempfile
from pathlib import Path

import django
from django.conf import settings

from tests.load.beside_sql import compare
from tests.served_site import make_environment, own_database, prepare

RESOURCES = {"postgresql": 10_000, "sqlite": 2_000}
TOPICS, POPULATIONS, PUBLISHERS = 40, 60, 150
ADDRESSES = {
    "the shelves": "",
    "all by title": "?sort=title",
    "all, last page": "?sort=title&page={last}",
    "newest first": "?sort=newest",
    "a kind": "?kind=toolkit",
    "the commonest topic": "?topic=topic-0",
    "a rare topic": "?topic=topic-39",
    "a population": "?population=population-3",
    "an audience": "?audience=audience-1",
    "a publisher": "?publisher=publisher-0",
    "a language": "?language=es",
    "three choices": "?kind=toolkit&topic=topic-0&language=en",
}


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="coalition-library-") as name:
        folder = Path(name)
        with own_database(folder) as database_url:
            environment = make_environment(folder, database_url) | {"OUTBOX_IN_PROCESS": "false"}
            prepare(environment)
            os.environ.update(environment)
            for backend in settings.WAGTAILSEARCH_BACKENDS.values():
                backend["AUTO_UPDATE"] = False  # no page that is measured asks the index
            django.setup()
            fill()
            compare(addresses(), "resources_resourcepage")


def say(text) -> None:
    print(text, flush=True)  # noqa: T201


def terms(kind: str, size: int) -> list:
    from resources.models import Term, TermWording

    made = [Term(kind=kind, wordings=[TermWording(name=f"{kind} {n}")]) for n in range(size)]
    for term in made:
        term.save()
    return made


def some(chance, of: list):
    """Return one of a list; of the n-th there are about 1/n as many as of the first."""
    return chance.choices(of, [1 / rank for rank in range(1, len(of) + 1)])[0]


def fill() -> None:
    from django.db import connection
    from django.utils import timezone

    from resources.models import Publisher, ResourceIndexPage, ResourcePage
    from resources.models.resource import Access, ReadingLevel, ResourceKind

    chance, now = random.Random(1), timezone.now()  # noqa: S311
    topics, populations = terms("topic", TOPICS), terms("population", POPULATIONS)
    audiences = terms("audience", 6)
    names = [f"Publisher {number}" for number in range(PUBLISHERS)]
    publishers = [Publisher.objects.create(name=name) for name in names]
    index = ResourceIndexPage.objects.get()
    for number in range(RESOURCES[connection.vendor]):
        page = ResourcePage(title=f"Resource {number}", slug=f"n{number}", summary="Words. " * 20)
        page.kind, page.language = some(chance, ResourceKind.values), some(chance, ["en", "es"])
        page.access, page.reading_level = (
            some(chance, Access.values),
            some(chance, ReadingLevel.values),
        )
        page.publisher = some(chance, publishers)
        page.first_published_at = page.last_published_at = now
        page.about = {some(chance, topics), some(chance, topics), some(chance, populations)}
        page.audiences = [some(chance, audiences)]
        index.add_child(instance=page)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    say(f"{ResourcePage.objects.count()} resources on {connection.vendor}.")


def addresses() -> dict[str, str]:
    from resources.library.listing import RESOURCES_ON_A_PAGE
    from resources.models import ResourcePage

    last = -(-ResourcePage.objects.count() // RESOURCES_ON_A_PAGE)
    return {name: "/resources/" + query.format(last=last) for name, query in ADDRESSES.items()}


if __name__ == "__main__":
    main()
