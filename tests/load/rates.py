"""How often something can be done in a second, by several at once."""

import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode, urlsplit


def rate(acts: list[Callable[[], None]], seconds: float) -> float:
    """Call each of these again and again, all at once, for so long; return calls per second."""
    begin = time.monotonic()

    def run(act) -> int:
        count = 0
        while time.monotonic() < begin + seconds:
            act()
            count += 1
        return count

    with ThreadPoolExecutor(len(acts)) as pool:
        done = sum(pool.map(run, acts))
    return done / (time.monotonic() - begin)


class LeanClient:
    """Asks over one connection, with as little work as can be: it runs on the same processors."""

    def __init__(self, url: str, status: int):
        address = urlsplit(url)
        self._host, self._status = address.netloc, f"HTTP/1.1 {status} ".encode()
        self._socket = socket.create_connection((address.hostname, address.port), timeout=60)

    def get(self, path: str) -> None:
        self._ask(f"GET {path} HTTP/1.1\r\nHost: {self._host}\r\n\r\n")

    def post(self, path: str, fields: dict) -> None:
        body = urlencode(fields)
        self._ask(
            f"POST {path} HTTP/1.1\r\nHost: {self._host}\r\nContent-Length: {len(body)}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\n\r\n{body}"
        )

    def _ask(self, request: str) -> None:
        self._socket.sendall(request.encode())
        head, _, body = self._read_to_end_of_head().partition(b"\r\n\r\n")
        assert head.startswith(self._status), head
        missing = int(head.lower().partition(b"content-length:")[2].split()[0]) - len(body)
        while missing > 0:
            missing -= len(self._socket.recv(65536))

    def _read_to_end_of_head(self) -> bytes:
        data = b""
        while b"\r\n\r\n" not in data:
            part = self._socket.recv(65536)
            assert part, "The server hung up."
            data += part
        return data
