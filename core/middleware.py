"""Small middleware that every response passes through."""

import hashlib
import re

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import BadRequest
from django.middleware.http import ConditionalGetMiddleware
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_cache_control

from core.responses import let_any_cache_keep

ADMIN_PATH = re.compile(r"^/admin(/|$)")
# Wagtail's editor writes inline scripts and styles; readers never get this policy.
ADMIN_SOURCES = {
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "frame-src": ["'self'", *settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["frame-src"]],
}


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy of the settings, loosened in the admin only."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and ADMIN_PATH.match(request.path_info):
            parts.replace = ADMIN_SOURCES
        return parts


class OpenConditionalGetMiddleware(ConditionalGetMiddleware):
    """Lets scripts of other sites see that nothing has changed, where they may read the answer."""

    def process_response(self, request, response):
        whose = response.get("Access-Control-Allow-Origin")
        response = super().process_response(request, response)
        if whose:  # which Django takes off a 304
            response["Access-Control-Allow-Origin"] = whose
        return response


class RefuseNulMiddleware:
    """Answer 400 to an address or a cookie with a NUL byte, which PostgreSQL cannot look up."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if any("\x00" in text for text in (request.path_info, *request.COOKIES.values())):
            raise BadRequest("NUL byte in the address or a cookie")
        return self.get_response(request)


class SameWordsMiddleware:
    """Give pages that differ in nothing but when they were drawn the same ETag.

    A form says when it was drawn (forms/minimum_time.py). A browser may go on with an older copy,
    so the ETag is a weak one (RFC 9110, section 8.8.1), made from all the rest.
    """

    DRAWN = re.compile(rb'name="since" value="[^"]*"')

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 200 and not response.streaming:
            rest, forms = self.DRAWN.subn(b"", response.content)
            if forms:
                response["ETag"] = f'W/"{hashlib.sha256(rest).hexdigest()[:32]}"'
        return response


class PublicCacheMiddleware:
    """Say who may keep a response: any cache for a reader's page, nobody for staff's.

    A browser asks again each time (the ETag makes that cheap), and a shared cache after a second,
    so that nobody reads a corrected number in its old form, whichever cache stands in between. That
    one second is what a front server needs to take a rush of readers.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if "Cache-Control" not in response:
            self.set_cache_control(request, response)
        return response

    def set_cache_control(self, request, response):
        personal = settings.SESSION_COOKIE_NAME in request.COOKIES or response.cookies
        if personal or request.method not in ("GET", "HEAD") or response.status_code >= 400:
            patch_cache_control(response, private=True, no_store=True)
        else:
            let_any_cache_keep(response)


class AddressLocaleMiddleware(LocaleMiddleware):
    """The language is in the address alone, so responses need not vary by Accept-Language."""

    def process_response(self, request, response):
        response = super().process_response(request, response)
        others = [v for v in response.get("Vary", "").split(", ") if v and v != "Accept-Language"]
        if others:
            response["Vary"] = ", ".join(others)
        else:
            del response["Vary"]
        return response
