"""What a resource does not say of itself, for the report of staff. None of it must be there."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

# By a name: what is lacking in words, and the fields of which one would do.
LACKS = {
    "address": (_("address, document or video"), ["address", "document", "video"]),
    "publisher": (_("publisher"), ["publisher", "other_publisher"]),
    "summary": (_("summary"), ["summary"]),
    "kind": (_("kind"), ["kind"]),
    "about": (_("topic or population"), ["about"]),
    "audience": (_("audience"), ["audiences"]),
    "language": (_("language"), ["language"]),
    "level": (_("reading level"), ["reading_level"]),
    "access": (_("cost or login"), ["access"]),
    "date": (_("date of publication"), ["published_on"]),
    "licence": (_("license"), ["licence"]),
    "review": (_("day of review"), ["review_on"]),
}


def lacking(resource) -> list[str]:
    """Return what a resource lacks, in words."""
    return [str(words) for words, fields in LACKS.values() if not any(said(resource, fields))]


def said(resource, fields: list[str]) -> list:
    values = (getattr(resource, name) for name in fields)
    return [value.all() if hasattr(value, "all") else value for value in values]


def without(resources, name: str):
    """Return those of the resources that lack what is called `name`."""
    model = resources.model
    for field in LACKS[name][1]:
        empty = Q(**{field: None}) if model._meta.get_field(field).is_relation else unsaid(field)
        resources = resources.filter(empty)
    return resources


def unsaid(field: str) -> Q:
    return Q(**{f"{field}__isnull": True}) if field.endswith("_on") else Q(**{field: ""})
