"""What the pages have in common whose address holds a key, or whose answer is about one person."""

from django.utils.cache import add_never_cache_headers

# The key is in the address of the page, and goes into no Referer. Not "no-referrer": browsers
# then send "Origin: null" with the form, which is refused as coming from another site.
REFERRER_POLICY = "strict-origin"


def keep_private(response):
    """Let no cache keep a response, and no other site learn its address; return it."""
    add_never_cache_headers(response)
    response["Referrer-Policy"] = REFERRER_POLICY
    return response
