"""The first account of a new site."""

import os
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils.crypto import get_random_string


class Administrator(NamedTuple):
    """An account that was just made. The password is None when its owner chose it."""

    email: str
    new_password: str | None


def make_first_administrator() -> Administrator | None:
    """Make an administrator if the site has none, and return it.

    ADMIN_EMAIL and ADMIN_PASSWORD say who; without a password a random one is made, and this
    is the only time that anybody can see it. Raises ValidationError for a bad ADMIN_EMAIL.
    """
    users = get_user_model().objects
    if users.filter(is_superuser=True).exists():
        return None
    chosen_password = os.environ.get("ADMIN_PASSWORD")
    password = chosen_password or get_random_string(16)
    user = users.create_superuser(chosen_email() or f"admin@{settings.SITE_HOST}", password)
    return Administrator(user.email, None if chosen_password else password)


def chosen_email() -> str | None:
    """Return ADMIN_EMAIL if it is set, and an address that nobody's account has yet."""
    email = os.environ.get("ADMIN_EMAIL")
    if email:
        get_user_model()(email=email).full_clean(exclude=["password"])
    return email
