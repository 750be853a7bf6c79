"""Addresses in one form each, so that one place is checked once (RFC 3986, section 6.2)."""

import re
from ipaddress import IPv6Address
from urllib.parse import quote, urlsplit, urlunsplit

import idna

PORTS = {"http": 80, "https": 443}
LONGEST = 2000
HOST = re.compile(r"[a-z0-9._-]{1,253}")  # an underscore stands in some that work
# What may stand in a path or a query: reserved signs and what is percent-encoded already.
LEFT_ALONE = "!$%&'()*+,/:;=?@[]~"


def normal(address: str) -> str:
    """Return an address as it is asked for: host in lower case and ASCII, nothing after a "#".

    Raises ValueError for what is no address of a host.
    """
    parts = urlsplit(address.strip())
    user, at, _host = parts.netloc.rpartition("@")
    place = user + at + host_and_port(parts)
    path = quote(parts.path or "/", safe=LEFT_ALONE)
    found = urlunsplit((parts.scheme, place, path, quote(parts.query, safe=LEFT_ALONE), ""))
    if len(found.encode()) > LONGEST:
        raise ValueError("The address is too long.")
    return found


def host_and_port(parts) -> str:
    host = ascii_host(parts.hostname or "")
    usual = parts.port in (None, PORTS.get(parts.scheme))
    return host if usual else f"{host}:{parts.port}"


def ascii_host(host: str) -> str:
    """Return a host's name without the dot that may end it, as the name servers know it.

    As browsers do (UTS 46): Python's own codec is older and makes ß an ss, which is another host.
    """
    if ":" in host:
        return f"[{IPv6Address(host.partition('%')[0])}]"
    name = host if host.isascii() else idna.encode(host, uts46=True).decode()
    name = name.rstrip(".").encode("idna").decode().lower()  # of ASCII it checks the lengths
    if not HOST.fullmatch(name):
        raise ValueError("The address names no host.")
    return name


def host_of(address: str) -> str:
    """Return the host of an address in its normal form."""
    return urlsplit(address).hostname or ""


def is_same(one: str, other: str) -> bool:
    """Whether two texts are the same address; a text that is none is like no other."""
    try:
        return normal(one) == normal(other)
    except ValueError:
        return False
