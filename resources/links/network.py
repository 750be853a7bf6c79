"""Which addresses of the network may be asked: public ones, and nothing inside.

Whoever may type an address could otherwise have this server look into its own network for them
(OWASP, "Server-Side Request Forgery Prevention").
"""

import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from resources.links.findings import Reason

PORTS = {80, 443, 8080, 8443}
# Of the addresses of IPv6 these alone are given to hosts of the Internet (RFC 4291, IANA).
UNICAST = IPv6Network("2000::/3")
RELAYS = IPv4Network("192.88.99.0/24")  # of 6to4, given up (RFC 7526); Python calls it global
NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the last four bytes are an address of IPv4


class RefusedError(Exception):
    """An address that is not asked, and why."""

    def __init__(self, reason: Reason):
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Network:
    """The network as a run sees it. The defaults are for the Internet.

    `also` holds pairs of address and port that are allowed though they are inside: for a test
    server, and for nothing that a setting could switch on.
    """

    resolve: Callable = socket.getaddrinfo
    also: frozenset = frozenset()
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def require(self, address: str, port: int) -> None:
        """Raise RefusedError where this very address and port may not be connected to."""
        if (address, port) in self.also:
            return
        if port not in PORTS:
            raise RefusedError(Reason.PORT)
        if not is_public(address):
            raise RefusedError(Reason.INSIDE)


def is_public(address: str) -> bool:
    """Whether an address is one of the Internet; one inside another counts as the inner one."""
    found = inner(ip_address(address))
    if found in RELAYS or (found.version == 6 and found not in UNICAST):
        return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def inner(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the address of IPv4 to which one of IPv6 leads: mapped, 6to4 or NAT64."""
    if address.version == 4:
        return address
    if address in NAT64:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour or address
