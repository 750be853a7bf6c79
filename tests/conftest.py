"""Fixtures for every test."""

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import translation
from wagtail.models import Site

from tests.builders import user_in
from tests.loaded_database import in_place_of_default, loaded_database


@pytest.fixture(autouse=True)
def _empty_caches():
    """Let no test see what another cached: pages, settings, Wagtail's paths of sites."""
    for cache in caches.all():
        cache.clear()


@pytest.fixture(autouse=True)
def _in_english():
    """A test client leaves the language of the last address it asked behind."""
    translation.activate("en")


@pytest.fixture(autouse=True)
def _mail_stays_in_memory(settings):
    """What the outbox sends is in `mailoutbox`, unless a test names another transport."""
    settings.OUTBOX_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture(scope="session")
def _loaded_database(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), loaded_database() as loaded:
        yield loaded


@pytest.fixture
def _on_loaded_database(_loaded_database):
    with in_place_of_default(_loaded_database):
        yield


@pytest.fixture
def site(_on_loaded_database, db):
    """The loaded site, in a transaction that is undone. For tests without the mark `django_db`."""
    return Site.objects.get(is_default_site=True)


@pytest.fixture
def home(site):
    """The home page of the loaded site."""
    return site.root_page.specific


@pytest.fixture
def communications(site):
    """A browser in which communications staff are logged in."""
    return logged_in(user_in("Communications"))


@pytest.fixture
def administrator(site):
    """A browser in which somebody with the role of administrators is logged in."""
    return logged_in(user_in("Administrators"))


said = pytest.StashKey[list]()


@pytest.fixture
def say(pytestconfig):
    """Have a line printed after the run, with what a test covered or measured."""
    return pytestconfig.stash.setdefault(said, []).append


def pytest_terminal_summary(terminalreporter, config):
    for line in config.stash.get(said, []):
        terminalreporter.write_line(line)


def logged_in(user):
    client = Client()
    client.force_login(user)
    return client
