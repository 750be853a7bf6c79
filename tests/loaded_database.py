"""A second test database that holds the whole loaded site.

It is a copy of the one that the migrations made, filled once. Tests on it never commit. Those that
do commit get a copy of it for themselves, so none ever meets what another has left behind.
"""

from contextlib import contextmanager
from io import StringIO

from django.core.management import call_command
from django.db import connection, connections

SUFFIX = "loaded"


@contextmanager
def loaded_database():
    """Make the database, fill it, yield a connection to it, and destroy it."""
    connection.close()  # SQLite's last rows reach the file, PostgreSQL lets it be copied
    creation = connection.creation
    creation.clone_test_db(SUFFIX, verbosity=0, autoclobber=True)
    loaded = connection.copy()
    loaded.settings_dict["NAME"] = creation.get_test_db_clone_settings(SUFFIX)["NAME"]
    try:
        with in_place_of_default(loaded):
            call_command("sync_roles", stdout=StringIO())
            call_command("load_site", stdout=StringIO())
        yield loaded
    finally:
        loaded.close()
        creation.destroy_test_db(suffix=SUFFIX, verbosity=0)


@contextmanager
def in_place_of_default(other):
    """Let `connection` and every query mean the other database."""
    before = connections["default"]
    connections["default"] = other
    try:
        yield
    finally:
        connections["default"] = before


@contextmanager
def renamed_default(name):
    """Let `connection` mean the database of this name, in every thread and child process."""
    default = connections["default"]
    default.close()
    before = default.settings_dict["NAME"]
    default.settings_dict["NAME"] = name  # other threads connect with the same dictionary
    try:
        yield
    finally:
        default.close()
        default.settings_dict["NAME"] = before
