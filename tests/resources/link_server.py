"""A web server that plays every failure, on sockets of this machine.

Its hosts have made-up names, which `network()` alone knows.
"""

import gzip
import socket
import ssl
import time
from collections import Counter, defaultdict
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Lock, Thread

from resources.links.network import Network

CERTIFICATE = Path(__file__).with_name("link_server.pem")  # for link.test and safe.test, for ever
OK = "200 OK"
ENDLESS = 1000
BOMB = gzip.compress(bytes(10_000_000))  # ten megabytes of nothing, in ten kilobytes
MARKED = 'If-None-Match: "mark"'


class LinkServer:
    """Answers each connection in a thread of its own, as the request's path says."""

    def __init__(self, tls: ssl.SSLContext | None = None):
        self.tls, self.stopped = tls, Event()
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=50)
        self.port = self.listener.getsockname()[1]
        self.requests, self.lock = [], Lock()
        self.now, self.most, self.times = Counter(), Counter(), defaultdict(list)
        Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with suppress(OSError):
            while True:
                connection, _address = self.listener.accept()
                Thread(target=self.serve, args=[connection], daemon=True).start()

    def stop(self):
        self.stopped.set()
        self.listener.shutdown(socket.SHUT_RDWR)  # or the thread in accept() keeps it open
        self.listener.close()

    def serve(self, connection):
        with suppress(OSError), connection:
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
            request = connection.recv(65536).decode("latin-1")
            if not request.startswith("GET "):
                return  # TLS, to a server that speaks none
            path = request.split(" ")[1]
            host = request.lower().partition("\r\nhost: ")[2].partition("\r\n")[0].split(":")[0]
            with self.counted(host, request):
                getattr(self, "play_" + path.strip("/").split("/")[0])(connection, path, request)

    @contextmanager
    def counted(self, host, request):
        """Count how many requests a host has at the same time."""
        with self.lock:
            self.requests.append(request)
            self.times[host].append(time.monotonic())
            self.now[host] += 1
            self.most[host] = max(self.most[host], self.now[host])
        try:
            yield
        finally:
            with self.lock:
                self.now[host] -= 1

    def answer(self, connection, status=OK, *headers, body="words"):
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", body]
        connection.sendall("\r\n".join(lines).encode())

    def drip(self, connection, text):
        """Send something again and again, for longer than anybody should listen."""
        for _time in range(200):
            if not self.stopped.wait(0.02):
                connection.sendall(text)

    # How each path is answered.

    def play_ok(self, connection, path, request):
        self.answer(connection)

    def play_slowly(self, connection, path, request):
        time.sleep(0.03)
        self.answer(connection)

    def play_status(self, connection, path, request):
        """/status/404, /status/503/retry-in-a-day"""
        wait = ["Retry-After: 86400"] if path.endswith("a-day") else []
        self.answer(connection, f"{path.split('/')[2]} So it is", *wait)

    def play_to(self, connection, path, request):
        """/to/301/ok: a redirect to the rest, which may be an address."""
        _empty, _to, status, rest = path.split("/", 3)
        target = rest if "://" in rest else f"/{rest}"
        self.answer(connection, f"{status} There", f"Location: {target}", body="")

    def play_odd(self, connection, path, request):
        """Marks and a target that no database could keep."""
        self.answer(connection, OK, 'ETag: "\x00"', "Last-Modified: " + 300 * "y")

    def play_odd_target(self, connection, path, request):
        self.answer(connection, "301 There", "Location: http://a\x00b.test/", body="")

    def play_loop(self, connection, path, request):
        self.answer(connection, "302 Back", "Location: /to/302/loop", body="")

    def play_deeper(self, connection, path, request):
        self.answer(connection, "302 On", f"Location: {path}x/", body="")

    def play_marked(self, connection, path, request):
        status = "304 Not Modified" if MARKED in request else OK
        body = "" if MARKED in request else "words"
        self.answer(connection, status, 'ETag: "mark"', body=body)

    def play_silence(self, connection, path, request):
        self.stopped.wait(10)

    def play_hang_up(self, connection, path, request):
        """Nothing; the connection is closed."""

    def play_no_body(self, connection, path, request):
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")

    def play_garbage(self, connection, path, request):
        connection.sendall(b"220 mail.example ESMTP ready\r\n")

    def play_huge(self, connection, path, request):
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        self.sent = 0
        for _time in range(ENDLESS):
            self.sent += connection.send(b"x" * 65536)

    def play_many_headers(self, connection, path, request):
        connection.sendall(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n")

    def play_long_header(self, connection, path, request):
        connection.sendall(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n")

    def play_odd_headers(self, connection, path, request):
        """No colon, no name, bytes of no encoding, and two that contradict each other."""
        lines = [b"HTTP/1.1 200 OK", b"nonsense", b": y", b"X: \xff\xfe\x00", b"Content-Length: x"]
        connection.sendall(b"\r\n".join([*lines, b"Content-Length: 2", b"", b"yy"]))

    def play_odd_status(self, connection, path, request):
        connection.sendall(b"HTTP/1.1 fine thanks\r\n\r\n")

    def play_odd_chunk(self, connection, path, request):
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n")

    def play_empty(self, connection, path, request):
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")

    def play_bomb(self, connection, path, request):
        headers = f"Content-Encoding: gzip\r\nContent-Length: {len(BOMB)}\r\n\r\n"
        connection.sendall(b"HTTP/1.1 200 OK\r\n" + headers.encode() + BOMB)

    def play_dripping_chunks(self, connection, path, request):
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;")
        self.drip(connection, b"y")

    def play_dripping_headers(self, connection, path, request):
        connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
        self.drip(connection, b"y")

    def play_continue(self, connection, path, request):
        self.drip(connection, b"HTTP/1.1 100 Continue\r\n\r\n")

    def play_dripping_body(self, connection, path, request):
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        self.drip(connection, b"y")

    def play_silent_body(self, connection, path, request):
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
        self.stopped.wait(10)


def server_side() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context


def network(*servers, names=None, **fields) -> Network:
    """The network with these servers allowed, in which every name leads to this machine.

    But for names that begin with "no", which nobody knows; `names` leads others elsewhere.
    """
    also = frozenset(("127.0.0.1", server.port) for server in servers)

    def resolve(host, port, *kind):
        if host.startswith("no"):
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        address = (names or {}).get(host, "127.0.0.1" if host.endswith(".test") else host)
        return socket.getaddrinfo(address, port, *kind)

    return Network(resolve=resolve, also=also, **fields)
