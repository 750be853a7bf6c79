"""A connection that knows where it may go and when it must end.

http.client alone: it follows nothing, keeps no cookie and reads no proxy from the environment.
"""

import io
import queue
import socket
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage, HTTPResponse
from threading import Thread
from time import monotonic
from urllib.parse import SplitResult, urlunsplit

from resources.links.addresses import PORTS
from resources.links.network import Network

FIRST_BYTES = 1024


@dataclass(frozen=True)
class Answer:
    """What a server answered, but for its body."""

    status: int
    headers: HTTPMessage


class Deadline:
    """The end of one request, and the longest time that one step of it may take."""

    def __init__(self, total: float, step: float):
        self.end, self.step = monotonic() + total, step

    def left(self) -> float:
        """Return the seconds that the next step may take. Raises TimeoutError."""
        left = min(self.end - monotonic(), self.step)
        if left <= 0:
            raise TimeoutError
        return left


class TimedReads(io.RawIOBase):
    """Reads a socket until the deadline, however slowly the bytes drip. Stands in for it."""

    def __init__(self, sock: socket.socket, deadline: Deadline):
        self.sock, self.deadline = sock, deadline
        self.raw = sock.makefile("rb", buffering=0)

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(self)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int | None:
        self.sock.settimeout(self.deadline.left())
        return self.raw.readinto(buffer)

    def close(self) -> None:
        self.raw.close()
        super().close()


class Connection(HTTPConnection):
    """One request to an address in its normal form."""

    def __init__(self, parts: SplitResult, network: Network, deadline: Deadline):
        self.is_safe = parts.scheme == "https"
        self.default_port = PORTS[parts.scheme]  # which the header Host leaves out
        super().__init__(parts.hostname, parts.port or self.default_port)
        self.network, self.deadline = network, deadline

    def connect(self) -> None:
        self.sock = connected(self.host, self.port, self.network, self.deadline)
        if self.is_safe:
            self.sock.settimeout(self.deadline.left())
            self.sock = self.network.tls.wrap_socket(self.sock, server_hostname=self.host)

    def response_class(self, sock, method=None) -> HTTPResponse:
        return HTTPResponse(TimedReads(sock, self.deadline), method=method)


def ask(parts: SplitResult, headers: dict, network: Network, deadline: Deadline) -> Answer:
    """Return the answer to a GET, of whose body only the first bytes are read.

    Raises RefusedError, OSError (also for TLS, names and time), HTTPException and ValueError.
    """
    target = urlunsplit(("", "", parts.path, parts.query, ""))
    with closing(Connection(parts, network, deadline)) as connection:
        connection.request("GET", target, headers=headers)
        with connection.getresponse() as response:
            if not response.read1(FIRST_BYTES) and response.length:
                raise ConnectionResetError("The body that was promised did not come.")
            return Answer(response.status, response.headers)


def connected(host: str, port: int, network: Network, deadline: Deadline) -> socket.socket:
    """Return a connection to the first address of a host that takes one.

    The name is looked up once, and what is connected to is what was checked: a name that leads
    elsewhere a moment later (DNS rebinding) changes nothing.
    """
    found = within(deadline.left(), network.resolve, host, port, 0, socket.SOCK_STREAM)
    for *_kind, address in found:
        network.require(address[0], port)
    trouble = OSError("The host has no address.")
    for family, kind, protocol, _name, address in found:
        sock = socket.socket(family, kind, protocol)
        try:
            sock.settimeout(deadline.left())
            sock.connect(address)
            return sock
        except OSError as error:
            sock.close()
            trouble = error
    raise trouble


def within(seconds: float, call, *args):
    """Return what `call` returns, or raise what it raises; TimeoutError if it takes too long.

    The system's look-up of names takes no limit of time.
    """
    answers = queue.SimpleQueue()

    def run():
        try:
            answers.put((call(*args), None))
        except (OSError, ValueError) as error:
            answers.put((None, error))

    Thread(target=run, daemon=True).start()
    try:
        found, error = answers.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError from None
    if error:
        raise error
    return found
