"""The six characters that confirm a pledge where a gateway broke or held back the link.

A code is a keyed hash of the pledge's secret and the week, and is kept nowhere: neither a copy
of the database nor a look into it tells one. Every mail of a week shows the same code, so the
one that arrives late is as good as the one that came first.
"""

from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that reads as something else
LENGTH = 6
DAYS = 7  # a code works for so long at least, and twice as long at most


def code_of(pledge, windows_ago: int = 0) -> str:
    window = int(timezone.now().timestamp()) // (DAYS * 24 * 60 * 60) - windows_ago
    said = f"{pledge.pk}:{pledge.secret}:{pledge.times_withdrawn}:{window}"
    number = int.from_bytes(salted_hmac(__name__, said, algorithm="sha256").digest(), "big")
    return "".join(ALPHABET[number // len(ALPHABET) ** n % len(ALPHABET)] for n in range(LENGTH))


def is_code_of(pledge, typed: str) -> bool:
    """Tell whether `typed` is the pledge's code of this week or the last."""
    fits = [constant_time_compare(typed, code_of(pledge, ago)) for ago in (0, 1)]
    return any(fits)


def tidy(typed: str) -> str:
    """Return a code as it was meant: without spaces and hyphens, in capitals."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())
