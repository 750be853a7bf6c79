"""`manage.py send_outbox` as a process of its own, on the test's database and mail server."""

import os
import subprocess
import sys

from django.db import connection


def start(port, *arguments):
    """Start `python <arguments>`, sending mail to `port`; returns the Popen."""
    return subprocess.Popen(
        [sys.executable, *arguments],
        env=os.environ
        | {
            "DATABASE_URL": database_url(),
            "EMAIL_URL": f"smtp://127.0.0.1:{port}",
            "OUTBOX_IN_PROCESS": "0",
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def database_url():
    """The address of the database the tests run on, not of the one they were configured with."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    address, mark, query = os.environ["DATABASE_URL"].partition("?")
    return f"{address.rpartition('/')[0]}/{name}{mark}{query}"
