"""What is found at an address, against a server that plays every failure. No database."""

import socket
import ssl
import time
from datetime import timedelta
from threading import Event

import pytest

from resources.links.addresses import normal
from resources.links.findings import Outcome, Reason
from resources.links.hosts import Hosts
from resources.links.network import is_public
from resources.links.visitor import Limits, Visitor, retry_after
from tests.resources.link_server import CERTIFICATE, LinkServer, network, server_side

PATIENT = Limits(total=20, step=10)  # for what must succeed, on a machine that is busy
HASTY = Limits(total=0.4, step=0.2)  # for what must take too long
LONGEST = 3  # seconds that any visit below may take on a slow machine


@pytest.fixture(scope="module")
def server():
    server = LinkServer()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def safe_server():
    server = LinkServer(server_side())
    yield server
    server.stop()


def visitor(*servers, limits=PATIENT, **fields):
    hosts = Hosts(pause=0, stop=Event())
    return Visitor(hosts, network(*servers, **fields), limits)


def visit(server, path, limits=PATIENT, **marks):
    return visitor(server, limits=limits).visit(f"http://link.test:{server.port}{path}", **marks)


FOUND = {
    "/ok": (Outcome.OK, ""),
    "/status/204": (Outcome.OK, ""),
    "/marked": (Outcome.OK, ""),
    "/odd": (Outcome.OK, ""),
    "/huge": (Outcome.OK, ""),
    "/dripping_body": (Outcome.OK, ""),
    "/bomb": (Outcome.OK, ""),
    "/empty": (Outcome.OK, ""),
    "/odd_headers": (Outcome.OK, ""),
    "/status/304": (Outcome.OK, ""),
    "/to/302/ok": (Outcome.OK, ""),
    "/to/307/to/303/ok": (Outcome.OK, ""),
    "/to/302/status/404": (Outcome.GONE, ""),
    "/to/301/status/410": (Outcome.GONE, ""),
    "/status/404": (Outcome.GONE, ""),
    "/status/410": (Outcome.GONE, ""),
    "/status/401": (Outcome.BLOCKED, ""),
    "/status/403": (Outcome.BLOCKED, ""),
    "/status/405": (Outcome.BLOCKED, ""),
    "/status/429": (Outcome.BLOCKED, ""),
    "/status/999": (Outcome.BLOCKED, ""),
    "/status/400": (Outcome.FAILED, ""),
    "/status/500": (Outcome.FAILED, ""),
    "/status/503": (Outcome.FAILED, ""),
    "/status/301": (Outcome.FAILED, ""),
    "/to/301/http://[": (Outcome.FAILED, Reason.GARBAGE),
    "/odd_target": (Outcome.FAILED, Reason.GARBAGE),
    "/loop": (Outcome.FAILED, Reason.LOOP),
    "/to/301/loop": (Outcome.FAILED, Reason.LOOP),
    "/deeper/": (Outcome.FAILED, Reason.HOPS),
    "/silence": (Outcome.FAILED, Reason.TIME),
    "/silent_body": (Outcome.FAILED, Reason.TIME),
    "/dripping_headers": (Outcome.FAILED, Reason.TIME),
    "/dripping_chunks": (Outcome.FAILED, Reason.TIME),
    "/continue": (Outcome.FAILED, Reason.TIME),
    "/hang_up": (Outcome.FAILED, Reason.CONNECTION),
    "/no_body": (Outcome.FAILED, Reason.CONNECTION),
    "/garbage": (Outcome.FAILED, Reason.GARBAGE),
    "/odd_status": (Outcome.FAILED, Reason.GARBAGE),
    "/odd_chunk": (Outcome.FAILED, Reason.GARBAGE),
    "/many_headers": (Outcome.FAILED, Reason.GARBAGE),
    "/long_header": (Outcome.FAILED, Reason.GARBAGE),
    "/to/302/ftp://link.test/": (Outcome.REFUSED, Reason.SCHEME),
    "/to/302/file:///etc/passwd": (Outcome.FAILED, Reason.GARBAGE),
    "/to/302/http://ada:secret@link.test/": (Outcome.REFUSED, Reason.PASSWORD),
    "/to/302/http://127.0.0.1/": (Outcome.REFUSED, Reason.INSIDE),
    "/to/302/http://127.0.0.1:22/": (Outcome.REFUSED, Reason.PORT),
    "/to/302//127.0.0.1/": (Outcome.REFUSED, Reason.INSIDE),
    "/to/307/http://2130706433/": (Outcome.REFUSED, Reason.INSIDE),
    "/to/308/http://0177.0.0.1/": (Outcome.REFUSED, Reason.INSIDE),
    "/to/302/http://0.0.0.0/": (Outcome.REFUSED, Reason.INSIDE),
    "/to/303/https://[::1]/": (Outcome.REFUSED, Reason.INSIDE),
    "/to/302/http://inside.test/": (Outcome.REFUSED, Reason.INSIDE),
    "/to/301/http://[::ffff:10.0.0.1]/": (Outcome.REFUSED, Reason.INSIDE),
    "/to/302/http://169.254.169.254/latest/": (Outcome.REFUSED, Reason.INSIDE),
    "/to/302/http://nobody.test/": (Outcome.GONE, Reason.NAME),
}


@pytest.mark.parametrize("path", FOUND)
def test_each_answer_is_what_it_is_and_comes_in_time(server, path):
    limits = HASTY if Reason.TIME in FOUND[path] else PATIENT
    start = time.monotonic()
    found = visit(server, path, limits)
    assert (found.outcome, found.reason) == FOUND[path]
    assert time.monotonic() - start < LONGEST


REFUSED = {
    "http://localhost/": Reason.INSIDE,
    "http://127.1/": Reason.INSIDE,
    "http://2130706433/": Reason.INSIDE,
    "http://0x7f.0.0.1:8080/": Reason.INSIDE,
    "http://0177.0.0.1/": Reason.INSIDE,
    "http://0.0.0.0/": Reason.INSIDE,
    "http://0/": Reason.INSIDE,
    "http://①②⑦.⓪.⓪.①/": Reason.INSIDE,
    "http://[::1]/": Reason.INSIDE,
    "http://[::]/": Reason.INSIDE,
    "http://[::ffff:127.0.0.1]/": Reason.INSIDE,
    "http://[::ffff:7f00:1]/": Reason.INSIDE,
    "http://[64:ff9b::7f00:1]/": Reason.INSIDE,
    "http://inside.test/": Reason.INSIDE,
    "http://inside6.test/": Reason.INSIDE,
    "http://mapped.test/": Reason.INSIDE,
    "https://127.0.0.1/": Reason.INSIDE,
    "http://link.test:{port}/ok": Reason.PORT,
    "http://link.test:25/": Reason.PORT,
    "ftp://link.test/": Reason.SCHEME,
    "http://ada:secret@link.test/": Reason.PASSWORD,
}


@pytest.mark.parametrize("address", REFUSED)
def test_nothing_inside_is_asked_unless_a_test_allows_it(server, address):
    before, names = len(server.requests), {"inside6.test": "::1", "mapped.test": "::ffff:10.0.0.1"}
    found = visitor(names=names).visit(normal(address.format(port=server.port)))
    assert (found.outcome, found.reason) == (Outcome.REFUSED, REFUSED[address])
    assert len(server.requests) == before


def test_a_name_is_looked_up_once_so_that_it_cannot_change(server):
    answers = ["127.0.0.1", "10.0.0.1"]
    network_ = network(server)
    asked = []

    def resolve(host, port, *kind):
        asked.append(host)
        return network_.resolve(answers[len(asked) - 1], port, *kind)

    once = type(network_)(resolve=resolve, also=network_.also)
    found = Visitor(Hosts(0, Event()), once, PATIENT).visit(f"http://link.test:{server.port}/ok")
    assert (found.outcome, asked) == (Outcome.OK, ["link.test"])


def test_a_name_with_one_address_inside_is_refused(server):
    network_ = network(server)

    def resolve(host, port, *kind):
        both = ("127.0.0.1", "10.0.0.1")
        return [found for each in both for found in network_.resolve(each, port, *kind)]

    both = type(network_)(resolve=resolve, also=network_.also)
    found = Visitor(Hosts(0, Event()), both, PATIENT).visit(f"http://link.test:{server.port}/ok")
    assert found.outcome == Outcome.REFUSED


def test_a_look_up_without_end_is_not_waited_for():
    never = Event()
    slow = type(network())(resolve=lambda *args: never.wait(10))
    start = time.monotonic()
    found = Visitor(Hosts(0, Event()), slow, HASTY).visit("http://link.test/")
    never.set()
    assert (found.outcome, found.reason) == (Outcome.FAILED, Reason.TIME)
    assert time.monotonic() - start < LONGEST


PUBLIC = {
    True: ["8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"],
    False: [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"),  # noqa: S104
        *("100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("::1", "::", "fe80::1", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1", "2001::1"),
        *("::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:a00:1::"),
        *("2002:7f00:1::", "fe80::1%lo", "100::1", "192.88.99.1", "::ffff:192.88.99.2"),
    ],
}


@pytest.mark.parametrize("public", [True, False])
def test_which_addresses_of_the_network_are_public(public):
    assert [one for one in PUBLIC[public] if is_public(one) != public] == []


MOVES = {
    "/to/301/ok": "/ok",
    "/to/308/to/301/ok": "/ok",
    "/to/301/to/302/ok": "/to/302/ok",
    "/to/302/to/301/ok": "",
    "/to/302/ok": "",
    "/to/303/ok": "",
    "/to/307/ok": "",
    "/to/308/ok": "/ok",
    "/to/301/to/302/to/301/ok": "/to/302/to/301/ok",
    "/to/301/status/404": "",
    "/to/301/status/403": "",
}


@pytest.mark.parametrize("path", MOVES)
def test_what_moved_for_good_says_where_it_is_now(server, path):
    found = visit(server, path)
    target = MOVES[path]
    assert found.moved_to == (target and f"http://link.test:{server.port}{target}")
    assert (found.outcome == Outcome.MOVED) == bool(target)


def test_a_server_is_asked_whether_anything_has_changed(server):
    first = visit(server, "/marked")
    again = visit(server, "/marked", etag=first.etag, last_modified=first.last_modified)
    assert (first.status, again.status) == (200, 304)
    assert again.outcome == Outcome.OK


def test_what_a_request_says(server):
    visit(server, "/to/302/ok", etag='"mark"')
    first, second = server.requests[-2:]
    assert (first.split()[0], second.split()[0]) == ("GET", "GET")  # many servers refuse HEAD
    assert "User-Agent: Mozilla/5.0 (compatible; LinkCheck/1.0; +http" in first
    assert "Accept-Encoding: identity" in first  # nothing is unpacked
    assert 'If-None-Match: "mark"' in first
    assert "If-None-Match" not in second
    assert "cookie" not in (first + second).lower()


def test_the_environment_names_no_proxy(server, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert visit(server, "/ok").outcome == Outcome.OK


def test_no_more_than_the_beginning_of_a_body_is_taken(server):
    visit(server, "/huge")
    assert server.sent < 1000 * 65536 / 4  # what the buffers between the two hold


def test_a_server_may_ask_to_be_left_alone(server):
    found = visit(server, "/status/429/retry-in-a-day")
    assert found.retry_after == timedelta(days=1)
    assert visit(server, "/status/429").retry_after == timedelta(days=1)
    assert visit(server, "/status/503").retry_after is None


def test_marks_that_cannot_be_kept_are_left(server):
    found = visit(server, "/odd")
    assert (found.etag, found.last_modified) == ("", "")


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("120", timedelta(minutes=2)),
        ("99999999999", timedelta(days=30)),
        ("Fri, 01 Jan 2100 00:00:00 GMT", timedelta(days=30)),
        ("Fri, 01 Jan 2010 00:00:00 GMT", None),
        ("-5", None),
        ("soon", None),
        ("Fri, 99 Jan 2100 00:00:00 GMT", None),
        ("", None),
        (None, None),
    ],
)
def test_how_long_a_server_asks_to_be_left_alone(value, wait):
    assert retry_after(value) == wait


def test_certificates_count(safe_server):
    known = ssl.create_default_context(cafile=CERTIFICATE)
    port = safe_server.port
    found = visitor(safe_server).visit(f"https://link.test:{port}/ok")
    assert (found.outcome, found.reason) == (Outcome.FAILED, Reason.TLS)
    known_to = visitor(safe_server, tls=known)
    assert known_to.visit(f"https://link.test:{port}/ok").outcome == Outcome.OK
    assert known_to.visit(f"https://other.test:{port}/ok").reason == Reason.TLS
    hasty = visitor(safe_server, limits=HASTY, tls=known)
    assert hasty.visit(f"https://link.test:{port}/dripping_headers").reason == Reason.TIME


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_wrong_protocol_is_a_failure(server, safe_server, scheme):
    wrong = {"http": safe_server, "https": server}[scheme]
    found = visitor(wrong).visit(f"{scheme}://link.test:{wrong.port}/ok")
    assert found.outcome == Outcome.FAILED


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_who_takes_the_connection_and_says_nothing_is_not_waited_for(scheme):
    with socket.create_server(("127.0.0.1", 0)) as mute:
        port, start = mute.getsockname()[1], time.monotonic()
        also = frozenset([("127.0.0.1", port)])
        asked = Visitor(Hosts(0, Event()), type(network())(also=also), HASTY)
        found = asked.visit(f"{scheme}://127.0.0.1:{port}/")
    assert (found.outcome, found.reason) == (Outcome.FAILED, Reason.TIME)
    assert time.monotonic() - start < LONGEST


def test_nobody_listens():
    closed = LinkServer()
    closed.stop()
    found = visit(closed, "/ok")
    assert (found.outcome, found.reason) == (Outcome.FAILED, Reason.CONNECTION)


NORMAL = {
    " HTTP://Example.ORG ": "http://example.org/",
    "https://example.org:443/a#part": "https://example.org/a",
    "http://example.org:8080/?q=a b": "http://example.org:8080/?q=a%20b",
    "https://müller.example/Café": "https://xn--mller-kva.example/Caf%C3%A9",
    "https://Faß.example/": "https://xn--fa-hia.example/",
    "https://σάμος.example。/": "https://xn--hxa6ajmb.example/",
    "https://my_site.example/": "https://my_site.example/",
    "https://r1---sn-x.example/": "https://r1---sn-x.example/",
    "https://example.org/a%20b?x=1&y=%2F": "https://example.org/a%20b?x=1&y=%2F",
    "http://[::1]:80/": "http://[::1]/",
    "http://[0::1%25lo]/": "http://[::1]/",
    "http://example.org./": "http://example.org/",
}


@pytest.mark.parametrize("address", NORMAL)
def test_each_address_has_one_form(address):
    assert normal(address) == NORMAL[address]
    assert normal(NORMAL[address]) == NORMAL[address]


@pytest.mark.parametrize(
    "nonsense",
    [
        *("", "nothing", "mailto:a@b.example", "http:///x", "http://[", "http://a:x/"),
        *("javascript:alert(1)", "http://a:99999/", "http://a\x00b.example/", "http://[::g]/"),
        *("http://a\u200db.example/", "http://ü..example/"),
        *("http://a..b/", f"http://{'a.' * 200}example/", f"http://a.example/{'x' * 2000}"),
    ],
)
def test_what_is_no_address_is_refused(nonsense):
    with pytest.raises(ValueError):  # noqa: PT011
        normal(nonsense)
