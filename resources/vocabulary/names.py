"""The names of terms in the language that is read."""

from collections import defaultdict

from django.apps import apps
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language


def languages_to_read() -> list[str]:
    """Return the language in force and then that of the site, as wordings name them."""
    return [(get_language() or settings.LANGUAGE_CODE).split("-")[0], settings.LANGUAGE_CODE]


def names_of_terms() -> dict[str, dict[str, str]]:
    """Return the names of all terms for readers, by kind and by part of the address.

    In one query, and without a term being made: a list may offer hundreds. As with Term.name, one
    without a wording goes by its part of the address.
    """
    terms = apps.get_model("resources.Term").objects.prefetch_related(None)
    rows = terms.order_by("-wordings__pk").values_list(
        "wordings__language", "kind", "slug", "wordings__name"
    )
    rank = {language: place for place, language in enumerate(reversed(languages_to_read()), 1)}
    names = defaultdict(dict)
    for _language, kind, slug, name in sorted(rows, key=lambda row: rank.get(row[0], 0)):
        names[kind][slug] = capfirst(name or slug)
    return names
