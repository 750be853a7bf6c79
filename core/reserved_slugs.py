"""Addresses that the site itself answers, so that no page below the first can have them."""

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import override
from wagtail.models import Site


def is_reserved(slug: str, parent) -> bool:
    """Tell whether a page with this slug below `parent` could never be read."""
    if not Site.objects.filter(root_page__translation_key=parent.translation_key).exists():
        return False
    return slug in dict(settings.LANGUAGES) or not leads_to_pages(f"/{slug}/")


def hidden_pages() -> list:
    """Return the pages that nobody can read, since the site came to answer their addresses."""
    roots = [site.root_page for site in Site.objects.select_related("root_page")]
    return [page for root in roots for page in root.get_children() if is_reserved(page.slug, root)]


def leads_to_pages(path: str) -> bool:
    try:
        with override(settings.LANGUAGE_CODE):
            return resolve(path).view_name == "wagtail_serve"
    except Resolver404:
        return True  # an odd slug; Wagtail says what is wrong with it
