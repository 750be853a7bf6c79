"""What must not be published yet. An app says what a page lacks, with `register`.

The form asks for it where somebody publishes with it. This is for the ways around the form: many
pages at once, and an approval by one click.
"""

from collections.abc import Callable

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.models import Page

_checks: list[Callable[[Page], list[str]]] = []


class NotReadyError(Exception):
    """A page lacks something; the text says what, for staff."""

    def __init__(self, page, text):
        super().__init__(text)
        self.page = page


def register(check: Callable[[Page], list[str]]) -> Callable[[Page], list[str]]:
    """Add a function that returns what a page, as it would be published, lacks, in words."""
    _checks.append(check)
    return check


def require_ready(page) -> None:
    """Raise NotReadyError where a page, as it would be published, lacks something."""
    lacking = [text for check in _checks for text in check(page)]
    if lacking:
        raise NotReadyError(page, " ".join([f"{page.title}:", *map(str, lacking)]))


def refuse_bulk_publishing(request, action_type, objects, action):
    """Publish none of several pages where one lacks something (hook before_bulk_action)."""
    pages = [page for page in objects if isinstance(page, Page)] if action_type == "publish" else []
    try:
        for page in with_drafts_below(pages, action):
            require_ready(page.get_latest_revision_as_object())
    except NotReadyError as lack:
        messages.error(request, str(lack))
        return redirect(action.next_url)
    return None


def with_drafts_below(pages: list, action) -> list:
    """Return what a bulk action publishes: the pages, and the drafts below if it was asked to."""
    if not pages or not action.cleaned_form.cleaned_data["include_descendants"]:
        return pages
    return pages + [draft for page in pages for draft in page.get_descendants().not_live()]


class PublishingMiddleware:
    """Answers an approval of what is not ready with the form, and with what it lacks."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Send staff to the page's form, also from Wagtail's dialog; leave other errors alone."""
        if not isinstance(exception, NotReadyError):
            return None
        messages.error(request, str(exception))
        address = reverse("wagtailadmin_pages:edit", args=[exception.page.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)
