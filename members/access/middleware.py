"""Keeps those who hold no role of staff to the screens that the rules name."""

from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.auth import permission_denied

from core.middleware import ADMIN_PATH
from members.access.rules import INSTEAD, may_open
from members.access.who import is_limited


class SectionAccessMiddleware:
    """Asks the rules before any view of the admin runs."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Return None to let the view run, or else what is answered in its place.

        Raises PermissionDenied for what a script asks for (403).
        """
        if not ADMIN_PATH.match(request.path_info) or not is_limited(request.user):
            return None
        match = request.resolver_match
        if match.view_name in INSTEAD:
            return redirect(f"{reverse(INSTEAD[match.view_name])}?{request.GET.urlencode()}")
        return None if may_open(request.user, match) else permission_denied(request)
