"""The pages of statistics with 50 and with 5,000 figures: python -m tests.load.many_figures.

On a database of its own on the server of DATABASE_URL, in this process, without a web server, and
with nothing in a cache.
"""

import os
import random
import tempfile
from pathlib import Path

import django
from django.conf import settings

from tests.load.timing import times
from tests.served_site import make_environment, own_database, prepare

FEW, MANY = 50, 5000
FIGURES_OF_A_STATISTIC = 2
POPULATIONS, OUTCOMES, TOPICS = 120, 80, 25


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="coalition-figures-") as name:
        folder = Path(name)
        with own_database(folder) as database_url:
            environment = make_environment(folder, database_url) | {"OUTBOX_IN_PROCESS": "false"}
            prepare(environment)
            os.environ.update(environment)
            # No page that is measured asks the index, and filling it takes longest.
            settings.WAGTAILSEARCH_BACKENDS["default"]["AUTO_UPDATE"] = False
            django.setup()
            compare()


def say(text) -> None:
    print(text, flush=True)  # noqa: T201


def compare() -> None:
    """Measure with few figures and with many, and print the ratios."""
    chance, vocabulary = random.Random(1), terms()  # noqa: S311
    fill(FEW, vocabulary, chance)
    few = measure()
    fill(MANY, vocabulary, chance)
    many = measure()
    for name in few:
        ratio = many[name].p95 / few[name].p95
        same = "no more queries" if many[name].queries <= few[name].queries else "MORE QUERIES"
        say(f"  {name:30} p95 with {MANY}: {ratio:.1f} times that with {FEW}, {same}")


def terms() -> dict[str, list]:
    from resources.models import Term, TermWording

    sizes = {"population": POPULATIONS, "outcome": OUTCOMES, "topic": TOPICS}
    made = {kind: [] for kind in sizes}
    for kind, size in sizes.items():
        for number in range(size):
            term = Term(kind=kind, wordings=[TermWording(name=f"{kind} number {number}")])
            term.save()
            made[kind].append(term)
    return made


def fill(figures, vocabulary, chance) -> None:
    """Add statistics until there are so many figures."""
    from django.db import connection
    from django.utils import timezone

    from resources.models import Figure, Source, StatisticIndexPage, StatisticPage

    index, now = StatisticIndexPage.objects.get(), timezone.now()
    source = Source.objects.get_or_create(producer="The Office", title="The Survey")[0]
    while (known := Figure.objects.count()) < figures:
        page = StatisticPage(title=f"Statistic {known}", statement=f"Statement {known}.")
        page.first_published_at = page.last_published_at = now
        page.figures = [figure(vocabulary, chance) for _ in range(FIGURES_OF_A_STATISTIC)]
        for one in page.figures.all():
            one.sources = [source]
        page.topics = [chance.choice(vocabulary["topic"])]
        index.add_child(instance=page)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    say(f"{Figure.objects.count()} figures on {connection.vendor}.")


def figure(vocabulary, chance):
    from decimal import Decimal

    from resources.models import Figure

    group, comparison = chance.sample(vocabulary["population"], 2)
    return Figure(
        kind="pair",
        value=Decimal(chance.randrange(1, 500)) / 10,
        comparison_value=Decimal(chance.randrange(1, 500)) / 10,
        unit="%",
        group=group,
        comparison_group=comparison,
        outcome=chance.choice(vocabulary["outcome"]),
    )


def measure() -> dict:
    from django.core.cache import caches
    from django.test import Client

    from resources.models import Figure, StatisticPage

    def forget():
        for cache in caches.all():
            cache.clear()

    browser, last = Client(HTTP_HOST="localhost"), StatisticPage.objects.order_by("path").last()
    term = last.figures.first().group
    addresses = {
        "index": "/statistics/",
        "index, second page": "/statistics/?page=2",
        "all populations": "/populations/",
        "one population": term.address,
        "one statistic": last.url,
        "one figure": Figure.objects.filter(page=last).first().address,
        "home page": "/",
    }
    found = {name: times(browser, name, address, forget) for name, address in addresses.items()}
    for measured in found.values():
        say(measured.line)
    return found


if __name__ == "__main__":
    main()
