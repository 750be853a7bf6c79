"""The system's Chromium, and two ways of serving the site to it.

- `served_site`: the loaded site as production serves it, made once. For tests that only read.
- `loaded_site`: the loaded site in this process, on a database of each test. For tests that write.
"""

import os

import pytest
from django.db import connections
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from forms import minimum_time
from tests.browser.needs import find_program
from tests.browser.watch import Watch
from tests.served_site import serve_site

CHROMIUM = ["chromium", "chromium-browser", "google-chrome"]
# Root has no sandbox, and a browser under test has nothing to fetch for itself.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_itemcollected(item):
    """Mark the tests of this folder."""
    item.add_marker("browser")


@pytest.fixture(scope="session")
def browser():
    """Chromium, started once. CHROMIUM in the environment names another program."""
    names = [os.environ.get("CHROMIUM", ""), *CHROMIUM]
    program = find_program(names, "Needs Chromium. On Debian: apt install chromium")
    database_connections = {alias: connections[alias] for alias in connections}
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread. Django takes that for async code, which
        # may not use the database, and in which it would open connections of their own.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        for alias, connection in database_connections.items():
            connections[alias] = connection
        with playwright.chromium.launch(executable_path=program, args=FLAGS) as chromium:
            yield chromium


@pytest.fixture
def watch():
    """What went wrong in the browser; the test fails for it, unless it said `watch.expect`."""
    watch = Watch()
    yield watch
    complaints = watch.unexpected()
    assert not complaints, "The browser complains:\n" + "\n".join(complaints)


@pytest.fixture
def open_page(browser, watch):
    """Open a page in a fresh context, e.g. `open_page(width=320, color_scheme="dark")`.

    Takes what Playwright's `new_context` takes, such as `java_script_enabled=False`.
    """
    contexts = []

    def open_page(width=1280, height=900, **options):
        options = {"reduced_motion": "reduce"} | options
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        watch.attach(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page):
    """A page 1280 pixels wide."""
    return open_page()


@pytest.fixture(scope="session")
def served_site(tmp_path_factory):
    """The loaded site as production serves it. Only for reading: every test sees the same one."""
    with serve_site(tmp_path_factory.mktemp("served")) as site:
        yield site


@pytest.fixture(scope="session")
def _own_server():
    """A server in this process; its threads use the database that the test uses."""
    server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture
def loaded_site(_own_server, committed, monkeypatch):
    """The whole loaded site, served by this process, which the test may change."""
    monkeypatch.setattr(minimum_time, "SECONDS", 0)  # a robot it is, and yet taken for a person
    site = Site.objects.get(is_default_site=True)
    site.hostname, site.port = _own_server.thread.host, _own_server.thread.port
    site.save()
    return _own_server
