"""What the pages have in common whose address or answer is about one person."""

from functools import wraps

from django.utils.cache import add_never_cache_headers

# The key is in the address of the page, and goes into no Referer. Not "no-referrer": browsers
# then send "Origin: null" with the form, which is refused as coming from another site.
REFERRER_POLICY = "strict-origin"


def personal(view):
    """Let no cache keep what a page's route answers, and no other site learn its address."""

    @wraps(view)
    def answer(page, request, *args, **kwargs):
        response = view(page, request, *args, **kwargs)
        add_never_cache_headers(response)
        response["Referrer-Policy"] = REFERRER_POLICY
        return response

    return answer
