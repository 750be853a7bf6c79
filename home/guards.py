"""The first page of a site cannot be deleted, nor a page above it: the site would go with it."""

from django.utils.translation import gettext as _
from wagtail.models import Site


def why_a_site_keeps_it(page) -> str:
    """Say why a page stays that is, or holds, the first page of a site."""
    if not Site.objects.filter(root_page__path__startswith=page.path).exists():
        return ""
    return _("This is the first page of the site. Without it there is no site.")
