"""The view behind every page, the health check and the error pages."""

import posixpath
import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template import loader
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.static import serve as serve_file
from wagtail.models import Page
from wagtail.views import serve as wagtail_serve

from core.health import warnings_of_all_apps
from core.navigation import first_written_at, is_in_language_read
from core.read_only import read_only
from core.same_site import refuse_other_sites


@csrf_exempt  # cached pages hold no token; refuse_other_sites takes its place
def serve(request, path):
    """Serve the Wagtail page at `path`; a post must come from one of our own pages.

    A page that is not translated yet is shown where it is, not under another language's address.
    """
    refuse_other_sites(request)
    page = Page.find_for_request(request, path) or first_written_at(request, path)
    if page and not is_in_language_read(request, page):
        return redirect(page.get_url(request))
    return wagtail_serve(request, path)


@read_only
def media(request, path):
    """Serve an uploaded picture; documents are Wagtail's to serve, which asks who may read them."""
    name = posixpath.normpath(f"/{path}").lstrip("/")
    if name.startswith("documents/"):
        raise Http404
    return serve_file(request, name, document_root=settings.MEDIA_ROOT)


@never_cache
@read_only
def healthz(request):
    """Say whether the site can answer: 200 with what to watch, 503 without a database."""
    try:
        connection.ensure_connection()
        warnings = warnings_of_all_apps()
    except (OperationalError, InterfaceError):
        return JsonResponse({"status": "down", "warnings": ["database"]}, status=503)
    return JsonResponse({"status": "warn" if warnings else "ok", "warnings": warnings})


def server_error(request):
    """The 500 page, or 503 where it is the database that does not answer."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return render_error(request, 503, {"Retry-After": "60"})
    return render_error(request, 500)


def bad_request(request, exception):
    """The page for an address or a form that cannot be read."""
    return render_error(request, 400)


def permission_denied(request, exception):
    """The page for something this visitor may not do."""
    return render_error(request, 403)


def page_not_found(request, exception):
    """The page for an address that leads nowhere."""
    return render_error(request, 404)


def render_error(request, status, headers=None):
    """Render `<status>.html` without context processors, so without the database."""
    body = loader.get_template(f"{status}.html").render(
        {"site_name": settings.WAGTAIL_SITE_NAME, "path": request.path}
    )
    return HttpResponse(body, status=status, headers=headers)
