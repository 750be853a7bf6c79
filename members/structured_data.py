"""What search engines read about a society (https://schema.org/Organization)."""

from core.columns import with_host
from core.json_ld import coalition_in_short


def organization(society, coalition) -> dict:
    """Return a society, as what it is a member of where it is one today."""
    is_member = society.standing.is_member
    return {
        "@type": "Organization",
        "name": society.title,
        "alternateName": society.acronym,
        "description": society.shown_description,
        "url": society.website or society.full_url,
        "mainEntityOfPage": society.full_url,
        "logo": with_host(society.logo.file.url) if society.logo else "",
        "sameAs": [link.address for link in society.links.all()],
        "memberOf": coalition_in_short(coalition) if is_member else None,
    }
