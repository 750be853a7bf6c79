"""What must not be deleted. An app says why a page must stay, with `register`."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import ProtectedError
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.middleware import ADMIN_PATH

_reasons: list[Callable[[Page], str]] = []


def register(reason: Callable[[Page], str]) -> Callable[[Page], str]:
    """Add a function that returns why a page must stay, or an empty text."""
    _reasons.append(reason)
    return reason


def refuse_deletion(request, page):
    """Send staff back with the reason when a page must stay (hook before_delete_page)."""
    why = " ".join(filter(None, (reason(page) for reason in _reasons)))
    if not why:
        return None
    messages.error(request, why)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def refuse_bulk_deletion(request, action_type, objects, action):
    """The same for several pages at once (hook before_bulk_action)."""
    pages = [page for page in objects if isinstance(page, Page)] if action_type == "delete" else []
    return next(filter(None, (refuse_deletion(request, page) for page in pages)), None)


class ProtectedMiddleware:
    """Answers in words where the database keeps what somebody deletes in the admin.

    Wagtail asks no such question of accounts, groups or collections that other rows need.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Return to the first screen with the reason; leave other errors alone."""
        if not isinstance(exception, ProtectedError) or not ADMIN_PATH.match(request.path_info):
            return None
        messages.error(request, _("This cannot be deleted: other things of the site need it."))
        return redirect("wagtailadmin_home")
