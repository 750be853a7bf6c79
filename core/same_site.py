"""Refuse form posts that another site's page caused.

Pages are the same bytes for every reader, so a form cannot carry a token. The post says
itself where it comes from: `Sec-Fetch-Site` (W3C Fetch Metadata) or else `Origin` (RFC 6454).
"""

from django.core.exceptions import PermissionDenied


def comes_from_this_site(request) -> bool:
    """Tell whether a post comes from one of our own pages (or a client that does not say)."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin in (None, f"{request.scheme}://{request.get_host()}")


def refuse_other_sites(request) -> None:
    """Raise PermissionDenied for a post that another site's page caused."""
    if request.method == "POST" and not comes_from_this_site(request):
        raise PermissionDenied("This form was sent from another site.")
