"""Old addresses of pages lead to the new ones (wagtail.contrib.redirects makes the redirects)."""

from urllib.parse import urlsplit

from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.signal_handlers import BatchRedirectCreator
from wagtail.models import Page

from core.querysets import ShownQuerySet

LONGEST_PATH = Redirect._meta.get_field("old_path").max_length


class MovedPagesMiddleware(RedirectMiddleware):
    """Leads on only where readers get something, so to no draft, and never back to itself.

    A page that was renamed twice, back to its first name, is at the address that leads to it.
    """

    def process_response(self, request, response):
        moved = super().process_response(request, response)
        is_redirect = moved is not response
        return response if is_redirect and not leads_on(request, moved.url) else moved


def leads_on(request, address: str) -> bool:
    """Tell whether the redirect that was found may be followed."""
    if urlsplit(address).path == request.path:
        return False
    page_id = redirect_of(request).redirect_page_id
    return page_id is None or ShownQuerySet(Page).shown().filter(pk=page_id).exists()


def redirect_of(request) -> Redirect:
    """Return the redirect with which Wagtail answered, looked up as it does."""
    path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    return get_redirect(request, path) or get_redirect(request, urlsplit(path).path)


def make_room(creator: BatchRedirectCreator) -> None:
    """Remove older redirects from the addresses of new ones, and drop what has no room.

    In place of Wagtail's own, whose condition grows with each page: SQLite refuses one of more
    than a thousand parts, and so to rename a page with that many below it. PostgreSQL refuses an
    address that is longer than the column.
    """
    creator.items = [item for item in creator.items if len(item.old_path) <= LONGEST_PATH]
    for site_id in {item.site_id for item in creator.items}:
        paths = [item.old_path for item in creator.items if item.site_id == site_id]
        older = Redirect.objects.filter(automatically_created=True, site_id=site_id)
        older.filter(old_path__in=paths).delete()


def connect() -> None:
    """Take the place of Wagtail's own; called once, when the apps are ready."""
    BatchRedirectCreator.pre_process = make_room
