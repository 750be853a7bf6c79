"""What a browser is given when it sent a pledge: a cookie with which to ask for the mail once more,
or to put right a mistyped address.

The cookie is of use for a day, on this page only, and says nothing about anybody. It names the row
that was made from just what this browser sent. Where the address was known no such row was made, so
the cookie is of no use; no answer shows the difference.
"""

from datetime import timedelta

from django.core import signing
from django.utils import timezone
from django.utils.crypto import salted_hmac

from forms.models.pledge import SECRET_LENGTH, Pledge

COOKIE = "commitment"
KEPT = timedelta(days=1)
SALT = "forms.this_browser"


def secret_for(post) -> str:
    """Return the secret of the pledge that a post makes; the same for the same post.

    So that a form that was sent twice is answered twice with the same, to the last byte.
    """
    said = repr(sorted(post.lists()))
    return salted_hmac(SALT, said, algorithm="sha256").hexdigest()[:SECRET_LENGTH]


def remember(response, page, request, secret: str) -> None:
    """Let the browser keep the cookie. No script can read it, and no other site can use it.

    It is sent with two addresses only: where it came along, caches would take pages for personal.
    """
    response.set_cookie(
        COOKIE,
        signing.Signer(salt=SALT).sign(secret),
        max_age=KEPT,
        path=page.get_url(request) + page.reverse_subpage("again"),
        secure=request.is_secure(),
        httponly=True,
        samesite="Strict",
    )


def pledge_from(request, page) -> Pledge | None:
    """Return the pledge that this browser made and nobody has confirmed yet; None if there is none.

    Only those of a day are looked through, which the index on the time makes few.
    """
    try:
        secret = signing.Signer(salt=SALT).unsign(request.COOKIES.get(COOKIE, ""))
    except signing.BadSignature:
        return None
    made = page.pledges.pending().filter(created_at__gt=timezone.now() - KEPT, is_suspect=False)
    return made.select_related("page", "wording").filter(secret=secret).first()
