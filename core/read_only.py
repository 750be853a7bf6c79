"""Views that only answer, and change nothing."""

from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe


def read_only(view):
    """Return the view for GET and HEAD alone; any other method is answered 405 (RFC 9110, 15.5.6).

    Not 403, as for a post without a token: there is nothing here for a token to protect.
    """
    return csrf_exempt(require_safe(view))
