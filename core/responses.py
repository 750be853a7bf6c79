import time

from django.http import HttpResponseRedirect
from django.utils.cache import patch_cache_control

SHARED_SECONDS = 1


class SeeOther(HttpResponseRedirect):
    """After a post, look elsewhere with GET (RFC 9110, section 15.4.4)."""

    status_code = 303


def let_any_cache_keep(response, max_age: int = 0) -> None:
    """Let a browser keep a response for so many seconds, and shared caches for one."""
    patch_cache_control(response, public=True, max_age=max_age, s_maxage=SHARED_SECONDS)
    # nginx counts whole seconds of its clock and would keep it for up to two; this way it
    # is until the end of the second that it is now.
    response["X-Accel-Expires"] = f"@{int(time.time())}"
