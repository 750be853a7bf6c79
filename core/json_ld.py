"""What search engines read about a page: schema.org in JSON-LD."""

import json

from django.conf import settings
from django.templatetags.static import static
from django.utils.html import json_script
from django.utils.safestring import mark_safe

from core.json_values import plain


def script(data: dict) -> str:
    """Return the script element, never run, that holds the data; nothing typed can end it."""
    whole = {"@context": "https://schema.org", **known(data)}
    element = json_script(json.loads(json.dumps(whole, default=plain)))
    return mark_safe(element.replace("application/json", "application/ld+json", 1))  # noqa: S308


def known(data: dict) -> dict:
    """Return the data without what is not known."""
    return {name: value for name, value in data.items() if value not in (None, "", [])}


def named(kind: str, name: str, url: str = "") -> dict:
    """Return something that is only pointed to."""
    return known({"@type": kind, "name": name, "url": url})


def coalition_in_short(coalition) -> dict:
    """Return the coalition as what others belong to."""
    return named("Organization", coalition.name, settings.SITE_URL)


def coalition_in_full(coalition, description: str, members: list) -> dict:
    """Return the coalition (https://schema.org/Organization) with the pages of its members."""
    return coalition_in_short(coalition) | {
        "description": description,
        "logo": settings.SITE_URL + static("img/mark.svg"),
        "address": coalition.postal_address,
        "sameAs": [link.address for link in coalition.social_links.all()],
        "member": [named("Organization", page.title, page.full_url) for page in members],
    }
