"""Robots send a form in the moment they get it; people need at least seconds.

The form carries when it was drawn, signed. A copy of the page that a cache or a browser kept is
only older, so no person is taken for a robot by it.
"""

import time

from django.core import signing

SECONDS = 2
SALT = "forms.since"


def stamp(page) -> str:
    """Return what the form on `page` carries: when it was drawn."""
    return signing.TimestampSigner(salt=SALT).sign(str(page.pk))


def too_fast(page, since: str) -> bool:
    """Tell whether a form came back at once, or never said when it was drawn."""
    signer = signing.TimestampSigner(salt=SALT)
    try:
        page_id = signer.unsign(since)
        drawn = signing.b62_decode(since.rsplit(":", 2)[1])
    except (signing.BadSignature, ValueError):
        return True
    return page_id != str(page.pk) or time.time() - drawn < SECONDS
