"""The address of the site is configuration (SITE_URL), not content."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Site

PORTS = {"http": 80, "https": 443}


def follow_site_url(site: Site) -> None:
    """Give a site the host name and the port of SITE_URL, a name if it has none, and save it."""
    address = urlsplit(settings.SITE_URL)
    site.hostname = address.hostname
    site.port = address.port or PORTS[address.scheme]
    site.site_name = site.site_name or settings.WAGTAIL_SITE_NAME
    site.save()
