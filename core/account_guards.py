"""Only those who may do everything may touch the accounts of those who may do everything."""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied


def protect_superuser(request, user) -> None:
    """Raise PermissionDenied when somebody else edits a superuser (hooks before_edit_user etc.)."""
    if user.is_superuser and not request.user.is_superuser:
        raise PermissionDenied


def protect_superusers(request, action_type, objects, action) -> None:
    """The same for several accounts at once (hook before_bulk_action)."""
    for account in objects:
        if isinstance(account, get_user_model()):
            protect_superuser(request, account)
