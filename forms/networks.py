"""Which network a reader's request comes from, so that one network's posts can be counted."""

from ipaddress import ip_address, ip_network

from django.conf import settings

# As much of an address as one household or office has: less would be easy to change.
PREFIX = {4: 24, 6: 64}


def network_of(request) -> str:
    """Return the network, "" where it is not known. It is only ever kept as a keyed hash."""
    try:
        address = ip_address(address_of(request))
    except ValueError:
        return ""
    address = getattr(address, "ipv4_mapped", None) or address
    # This machine itself: a front server that does not say for whom it asks.
    return "" if address.is_loopback else str(ip_network((address, PREFIX[address.version]), False))


def address_of(request) -> str:
    header = settings.READER_ADDRESS_HEADER
    return request.headers.get(header, "") if header else request.META.get("REMOTE_ADDR", "")
