"""Pages that must not be deleted. An app says why one must stay, with `register`."""

from collections.abc import Callable

from django.contrib import messages
from django.shortcuts import redirect
from wagtail.models import Page

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
