"""Fixtures for every test."""

from functools import partial
from itertools import chain

import pytest
from django.core.cache import caches
from django.test import Client
from django.test.utils import setup_databases, teardown_databases
from django.utils import translation
from environ import Env
from wagtail.models import Site

from tests.builders import user_in
from tests.loaded_database import in_place_of_default, loaded_database, renamed_default
from tests.served_site import own_database

SAID = "said"


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
def django_db_setup(django_test_environment, django_db_modify_db_settings, django_db_blocker):
    """Make the test database in any case: pytest-django's own knows nothing of `committed`."""
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, serialized_aliases=())
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


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
def committed(_loaded_database, django_db_blocker, tmp_path):
    """A copy of the loaded site's database to commit to, thrown away after the test.

    For tests with several threads, connections or processes, without the mark `django_db`.
    """
    _loaded_database.close()  # or PostgreSQL would not copy it
    with own_database(tmp_path, copy_of=_loaded_database.settings_dict["NAME"]) as url:
        name = Env.db_url_config(url)["NAME"]
        with django_db_blocker.unblock(), renamed_default(name):
            yield


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


@pytest.fixture
def say(record_property):
    """Have a line printed after the run, with what a test covered or measured."""
    return partial(record_property, SAID)


def pytest_terminal_summary(terminalreporter):
    """Print them: reports bring them along, also from other processes that run tests."""
    for report in chain(*terminalreporter.stats.values()):
        if getattr(report, "when", "") == "call":
            for name, line in report.user_properties:
                if name == SAID:
                    terminalreporter.write_line(line)


def logged_in(user):
    client = Client()
    client.force_login(user)
    return client
