"""A correction is everywhere within a second, also behind the front server's cache."""

import subprocess
import sys
import time
from typing import NamedTuple
from urllib.request import urlopen

import pytest

from home.loader.pages import seed_key
from resources.models import Figure
from tests.browser.front_server import front_server
from tests.served_site import serve_site

pytestmark = pytest.mark.django_db  # only for the database that is copied
KEY = seed_key(Figure, "breast-cancer-black-women:1")
AT = f"/figures/{KEY}"
# What shows the figure: lists, its pages, a quote, the frame, the card, the files.
QUOTES = [
    "/",
    "/quoting/",
    "/statistics/",
    "/statistics/breast-cancer-black-women/",
    "/populations/black-women/",
    f"{AT}/",
    f"{AT}/embed/",
    f"{AT}/card.png",
    f"{AT}.json",
    f"{AT}.csv",
    "/figures.json",
]
QUOTE_IT = f"""
from tests.builders import content_page
text = '<p><embed embedtype="figure" key="{KEY}" part="number"/></p>'
content_page(("text", text), title="Quoting", slug="quoting")
"""
CORRECT_IT = f"""
import time
from decimal import Decimal
from resources.models import Correction, Figure
page = Figure.objects.get(translation_key="{KEY}", locale__language_code="en").page
[figure] = page.figures.all()
figure.value = Decimal(38)
page.figures = [figure]
page.statement = page.statement.replace("42", "38")
page.corrections = [Correction(text="It is 38% and not 42%.")]
page.save_revision().publish()
print(time.time())
"""


class Answer(NamedTuple):
    """When an address was asked, what was answered, and whether a cache did."""

    asked_at: float
    body: bytes
    came_from: str


def ask(url) -> Answer:
    now = time.time()
    with urlopen(url) as response:  # noqa: S310
        return Answer(now, response.read(), response.headers["X-Cache"])


@pytest.fixture
def front(_loaded_database, tmp_path):
    """A copy of the loaded site behind the front server: its address, and a way to run scripts."""
    _loaded_database.close()  # or PostgreSQL would not copy it
    with serve_site(tmp_path, _loaded_database.settings_dict["NAME"]) as site:

        def run(script):
            command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", script]
            environment = site.environment | {"PYTHONPATH": "."}
            return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)

        folder = tmp_path / "front"
        folder.mkdir()
        with front_server(site, folder) as url:
            yield url, run


def test_a_correction_is_everywhere_a_second_after_it_was_published(front, say):
    url, run = front
    assert run(QUOTE_IT).wait() == 0
    before = {path: ask(url + path).body for path in QUOTES}
    publishing = run(CORRECT_IT)
    answers = {path: [] for path in QUOTES}
    while any(last_is(before[path], answers[path]) for path in QUOTES):
        for path in QUOTES:  # twice, since one round of all may take longer than a cache keeps them
            answers[path] += [ask(url + path), ask(url + path)]
        assert publishing.poll() in (None, 0)
    published = float(publishing.communicate()[0])
    late = {path: last_old(before[path], answers[path]) - published for path in QUOTES}
    say(f"A correction was everywhere {max(0, *late.values()):.2f} s after it was published.")
    assert {path: seconds for path, seconds in late.items() if seconds > 1} == {}
    kept = [answer.came_from for found in answers.values() for answer in found]
    assert "HIT" in kept  # it was a cache that answered


def last_is(old, answers) -> bool:
    return not answers or answers[-1].body == old


def last_old(old, answers) -> float:
    """When the old answer was asked for last."""
    return max((answer.asked_at for answer in answers if answer.body == old), default=0.0)
