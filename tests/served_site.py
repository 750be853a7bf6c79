"""The loaded site as `make run` serves it, in processes and a database of its own."""

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit
from urllib.request import urlopen

import psycopg

from tests.workers import WORKER, free_port

ADMIN_EMAIL, ADMIN_PASSWORD = "admin@example.org", "a password for tests"
MANAGE = [sys.executable, "manage.py"]
SERVE = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]


class ServedSite(NamedTuple):
    """Where the site answers, the folder of its files, mail and log, and its environment."""

    url: str
    var_dir: Path
    environment: dict

    def __str__(self):
        return self.url


@contextmanager
def serve_site(var_dir: Path, copy_of: str | None = None, **changes):
    """Prepare a site in `var_dir` and serve it with production's settings and server.

    `copy_of` names a database that holds the loaded site already; `changes` are environment
    variables.
    """
    with own_database(var_dir, copy_of) as database_url:
        environment = make_environment(var_dir, database_url) | changes
        prepare(environment)
        with serve("config.wsgi", environment) as url:
            yield ServedSite(url, var_dir, environment)


@contextmanager
def own_database(folder, copy_of=None):
    """Yield the address of a database on the server that the tests use: empty, or a copy."""
    server = os.environ.get("DATABASE_URL", "sqlite")
    if server.startswith("sqlite"):
        yield own_file(folder / "db.sqlite3", copy_of)
        return
    name = f"coalition_{WORKER}_{folder.name}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{copy_of or "template1"}"')
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def own_file(path, copy_of):
    if copy_of:
        with closing(sqlite3.connect(copy_of)) as source, closing(sqlite3.connect(path)) as copy:
            source.backup(copy)
    return f"sqlite:///{path}"


def make_environment(var_dir, database_url):
    port = free_port()
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "DATABASE_URL": database_url,
        "EMAIL_URL": f"filemail:///{var_dir / 'mail'}",
        "VAR_DIR": str(var_dir),
        "PORT": str(port),
        "SITE_URL": f"http://localhost:{port}",
        "ADMIN_EMAIL": ADMIN_EMAIL,
        "ADMIN_PASSWORD": ADMIN_PASSWORD,
    }


def log_of(environment) -> Path:
    """The file to which the processes of a site write what they have to say."""
    return Path(environment["VAR_DIR"]) / "log"


@contextmanager
def logged(environment):
    """Yield what makes `subprocess` run a program as one of the site's processes."""
    with log_of(environment).open("a") as log:
        yield {"env": environment, "stdout": log, "stderr": subprocess.STDOUT}


def prepare(environment):
    """Fill the database and, at the same time, collect the static files."""
    with logged(environment) as options:
        static = subprocess.Popen([*MANAGE, "collectstatic", "--no-input", "-v0"], **options)
        prepared = subprocess.run([*MANAGE, "prepare"], check=False, **options)
        codes = static.wait(), prepared.returncode
    assert codes == (0, 0), log_of(environment).read_text()


@contextmanager
def serve(application, environment):
    """Serve a WSGI application as production does; yield its address once it answers."""
    with logged(environment) as options:
        server = subprocess.Popen([*SERVE, application], **options)
        try:
            wait_for(environment["SITE_URL"], server, log_of(environment))
            yield environment["SITE_URL"]
        finally:
            server.terminate()
            server.wait()


def wait_for(url, server, log, seconds=30):
    """Wait until the site answers; fail with its log when it does not."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        try:
            return urlopen(f"{url}/").close()  # noqa: S310
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"The site does not answer:\n{log.read_text()}")
