"""The loaded site as `make run` serves it, in processes and a database of its own."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit
from urllib.request import urlopen

import psycopg

DATABASE = "coalition_browser_tests"
ADMIN_EMAIL, ADMIN_PASSWORD = "admin@example.org", "a password for tests"
MANAGE = [sys.executable, "manage.py"]
SERVE = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "config.wsgi"]


class ServedSite(NamedTuple):
    """Where the site answers, and the folder that holds its files and its mail."""

    url: str
    var_dir: Path

    def __str__(self):
        return self.url


@contextmanager
def serve_site(var_dir: Path):
    """Prepare a site in `var_dir` and serve it with production's settings and server."""
    with own_database(var_dir) as database_url, (var_dir / "log").open("w") as log:
        environment = make_environment(var_dir, database_url)
        options = {"env": environment, "stdout": log, "stderr": subprocess.STDOUT}
        prepare(options)
        server = subprocess.Popen(SERVE, **options)
        try:
            wait_for(environment["SITE_URL"], server, var_dir / "log")
            yield ServedSite(environment["SITE_URL"], var_dir)
        finally:
            server.terminate()
            server.wait()


@contextmanager
def own_database(folder):
    """Yield the address of an empty database on the server that the tests use."""
    server = os.environ.get("DATABASE_URL", "sqlite")
    if server.startswith("sqlite"):
        yield f"sqlite:///{folder / 'db.sqlite3'}"
        return
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {DATABASE}")
        yield urlsplit(server)._replace(path=f"/{DATABASE}").geturl()
        connection.execute(f"DROP DATABASE {DATABASE} WITH (FORCE)")


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


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def prepare(options):
    """Fill the database and, at the same time, collect the static files."""
    static = subprocess.Popen([*MANAGE, "collectstatic", "--no-input", "-v0"], **options)
    prepared = subprocess.run([*MANAGE, "prepare"], check=False, **options)
    codes = static.wait(), prepared.returncode
    assert codes == (0, 0), Path(options["stdout"].name).read_text()


def wait_for(url, server, log, seconds=30):
    """Wait until the site answers; fail with its log when it does not."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        try:
            return urlopen(f"{url}/").close()  # noqa: S310
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"The site does not answer:\n{log.read_text()}")
