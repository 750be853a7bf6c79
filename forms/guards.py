"""A page that somebody signed or wrote to cannot be deleted."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from forms.models import ContactMessage, Pledge


def has_answers(page) -> bool:
    """Tell whether the page, or a page below it, holds pledges or messages."""
    within = {"page__path__startswith": page.path}
    return (
        Pledge.objects.filter(**within).exists() or ContactMessage.objects.filter(**within).exists()
    )


def refuse_deletion(request, page):
    """Send staff back with the reason when a page must stay (hook before_delete_page)."""
    if not has_answers(page):
        return None
    messages.error(request, _("This page holds what people signed or wrote. Unpublish it instead."))
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def refuse_bulk_deletion(request, action_type, objects, action):
    """The same for several pages at once (hook before_bulk_action)."""
    if action_type != "delete" or not getattr(action, "models", None):
        return None
    pages = [page for page in objects if hasattr(page, "path") and hasattr(page, "url_path")]
    return next(filter(None, (refuse_deletion(request, page) for page in pages)), None)
