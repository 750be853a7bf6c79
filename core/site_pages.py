"""All pages of a site, in all of its languages."""

from functools import reduce
from operator import or_

from django.db.models import Q
from wagtail.models import Page, Site

from core.querysets import ShownQuerySet


def shown_pages_of(site: Site | None):
    """Return the pages of a site that readers may see; none without a site.

    The first page of each language has its own place in the tree.
    """
    if not site:
        return ShownQuerySet(Page).none()
    roots = site.root_page.get_translations(inclusive=True).values_list("path", flat=True)
    below = reduce(or_, [Q(path__startswith=path) for path in roots])
    return ShownQuerySet(Page).filter(below).shown().select_related("locale").order_by("path")


def languages_of(site: Site | None) -> list[str]:
    """Return the languages in which readers may see the first page of a site."""
    homes = ShownQuerySet(Page).filter(translation_key=site and site.root_page.translation_key)
    return list(homes.shown().order_by("locale_id").values_list("locale__language_code", flat=True))
