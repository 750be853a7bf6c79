"""The library with 10,000 resources, 2,000 on SQLite: python -m tests.load.many_resources.

On a database of its own on the server of DATABASE_URL, in this process, without a web server, and
with nothing in a cache.
"""

import os
import random
import tempfile
from contextlib import closing
from pathlib import Path
from statistics import quantiles

import django
from django.conf import settings

from tests.load.timing import timed, times
from tests.served_site import make_environment, own_database, prepare

RESOURCES = {"postgresql": 10_000, "sqlite": 2_000}
TOPICS, POPULATIONS, PUBLISHERS = 40, 60, 150
TIMES = 40
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
            compare()


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


def compare() -> None:
    """Print each page's time beside an empty page's and that of its queries in bare SQL."""
    from django.core.cache import caches
    from django.test import Client

    from resources.library.listing import RESOURCES_ON_A_PAGE
    from resources.models import ResourcePage

    def forget():
        for cache in caches.all():
            cache.clear()

    browser, last = (
        Client(HTTP_HOST="localhost"),
        -(-ResourcePage.objects.count() // RESOURCES_ON_A_PAGE),
    )
    empty = times(browser, "an empty content page", empty_page(), forget)
    say(empty.line)
    for name, query in ADDRESSES.items():
        address = "/resources/" + query.format(last=last)
        measured = times(browser, name, address, forget)
        bare = bare_sql(browser, address)
        say(measured.line)
        limit = empty.p95 + 3 * bare
        verdict = "within" if measured.p95 <= limit else "OVER"
        say(f"{'':32} in bare SQL p95 {bare:4.0f} ms; {verdict} {limit:.0f} ms")


def empty_page() -> str:
    from home.models import ContentPage, HomePage

    page = HomePage.objects.first().add_child(instance=ContentPage(title="Empty", slug="empty"))
    return page.url


def bare_sql(browser, address) -> float:
    """Return the p95 of the queries that the search itself makes, one after the other."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        browser.get(address)
    queries = [query["sql"] for query in captured if "resources_resourcepage" in query["sql"]]

    def ask():
        with closing(connection.connection.cursor()) as cursor:
            for query in queries:
                cursor.execute(query)
                cursor.fetchall()

    return quantiles([timed(ask) for _ in range(20)], n=20)[-1]


if __name__ == "__main__":
    main()
