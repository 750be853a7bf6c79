"""Confirming by a typed code. The same answer, and the same work, for an address nobody signed."""

from forms import codes, limits
from forms.models.pledge import Pledge

ATTEMPTS_A_DAY = 10


def find_by_code(page, email: str, code: str) -> Pledge | None:
    """Return the pledge that the code is for; None for a wrong one, or after too many attempts."""
    attempts = limits.count("code", f"{page.pk}:{email}")
    pledges = page.pledges.exclude(status=Pledge.Status.INVALID)
    pledge = pledges.filter(email=email).first() or Pledge()
    fits = codes.is_code_of(pledge, code)
    return pledge if fits and pledge.pk and attempts <= ATTEMPTS_A_DAY else None
