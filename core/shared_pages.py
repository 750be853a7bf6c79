"""Pages that are the same for everyone, and that everyone is sent to: made once a second."""

from functools import wraps

from django.conf import settings
from django.core.cache import caches
from django.utils.cache import patch_cache_control, patch_vary_headers

SECONDS = 1


def made_once_a_second(view):
    """Let a process answer readers from memory; whoever is logged in gets the page anew.

    What follows a "?" is not kept, so that nobody can fill the memory; nor is a page with a form
    that holds its reader's token, such as Wagtail's for a password.
    """

    @wraps(view)
    def answer(request, *args, **kwargs):
        if not is_for_everyone(request):
            return view(request, *args, **kwargs)
        memory, key = caches["memory"], request.build_absolute_uri()
        response = memory.get(key)
        if response is None:
            response = view(request, *args, **kwargs)
            if response.status_code == 200 and "CSRF_COOKIE" not in request.META:
                patch_vary_headers(response, ["Cookie"])  # of a session
                # It may be a second old already, so no cache in front keeps it any longer.
                patch_cache_control(response, public=True, max_age=0, s_maxage=0)
                memory.set(key, response.render(), SECONDS)
        return response

    return answer


def is_for_everyone(request) -> bool:
    plain = request.method == "GET" and not request.META["QUERY_STRING"]
    return plain and settings.SESSION_COOKIE_NAME not in request.COOKIES
