"""What processes that run tests at the same time must not share (pytest-xdist)."""

import os
import secrets
import socket
from contextlib import suppress

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
MOST_WORKERS = 64
# Below those that the system gives to connections, of which tests make thousands: on Linux from
# 32768 on. A port from among those may be gone by the time that a server has started.
PORTS = range(20_000 + int(WORKER.removeprefix("gw")), 32_000, MOST_WORKERS)


def free_port() -> int:
    """Return a port on which nothing listens, and which no other worker is given."""
    while True:
        port = secrets.choice(PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
