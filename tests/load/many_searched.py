"""The search with 10,000 resources, 2,000 on SQLite: python -m tests.load.many_searched.

On a database of its own on the server of DATABASE_URL, in this process, without a web server, and
with nothing in a cache. The index is made anew by another process while this one asks for pages.
"""

import os
import random
import subprocess
import tempfile
import time
from pathlib import Path

import django
from django.conf import settings

from tests.load.beside_sql import compare
from tests.load.timing import timed
from tests.served_site import MANAGE, make_environment, own_database, prepare

RESOURCES = {"postgresql": 10_000, "sqlite": 2_000}
VOCABULARY, WORDS_OF_A_SUMMARY = 20_000, 80
# Words by their rank: of the n-th there are about 1/n as many as of the first.
ASKED = {
    "commonest word": "0",
    "two common words": "0 1",
    "middling word": "60",
    "rare word": "9000",
    "no word": "99999",
}
UPDATE = [*MANAGE, "update_index", "--backend", "readers", "-v0"]


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="coalition-search-") as name:
        folder = Path(name)
        with own_database(folder) as database_url:
            environment = make_environment(folder, database_url) | {"OUTBOX_IN_PROCESS": "false"}
            prepare(environment)
            os.environ.update(environment)
            for backend in settings.WAGTAILSEARCH_BACKENDS.values():
                backend["AUTO_UPDATE"] = False  # the index is made at once, below
            django.setup()
            fill()
            rebuild(environment)
            compare(addresses(), "site_search_")


def say(text) -> None:
    print(text, flush=True)  # noqa: T201


def word(number: int) -> str:
    """Return a word that no stemmer shortens: its number in letters."""
    return "q" + "".join("bcdfghjkmp"[int(digit)] for digit in str(number)) + "x"


def question(numbers: str) -> str:
    return " ".join(word(int(number)) for number in numbers.split())


def fill() -> None:
    """Add the resources, their words as unevenly frequent as those of a language (Zipf)."""
    from django.db import connection
    from django.utils import timezone

    from resources.models import ResourceIndexPage, ResourcePage

    chance, now = random.Random(1), timezone.now()  # noqa: S311
    weights = [1 / rank for rank in range(1, VOCABULARY + 1)]
    words = [word(number) for number in range(VOCABULARY)]
    index = ResourceIndexPage.objects.get()
    for number in range(RESOURCES[connection.vendor]):
        text = chance.choices(words, weights, k=WORDS_OF_A_SUMMARY)
        page = ResourcePage(title=f"{' '.join(text[:6])} {number}", slug=f"n{number}")
        page.summary = " ".join(text[6:])
        page.first_published_at = page.last_published_at = now
        index.add_child(instance=page)
    say(f"{ResourcePage.objects.count()} resources on {connection.vendor}.")


def rebuild(environment) -> None:
    """Make the index anew twice, the second time while pages are asked for."""
    from django.db import connection
    from django.test import Client

    begin = time.perf_counter()
    subprocess.run(UPDATE, env=environment, check=True)
    say(f"  The index was filled in {time.perf_counter() - begin:.0f} seconds.")
    begin, taken, browser = time.perf_counter(), [], Client(HTTP_HOST="localhost")
    with subprocess.Popen(UPDATE, env=environment) as update:
        while update.poll() is None:
            taken.append(timed(lambda: browser.get("/search/", {"q": question("60")})))
    say(
        f"  It was made anew in {time.perf_counter() - begin:.0f} seconds; meanwhile "
        f"{len(taken)} searches were answered, the slowest in {max(taken):.0f} ms."
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def addresses() -> dict[str, str]:
    return {name: f"/search/?q={question(n).replace(' ', '+')}" for name, n in ASKED.items()}


if __name__ == "__main__":
    main()
