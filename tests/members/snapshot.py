"""What stands in every table, to see whether anything was changed."""

from django.apps import apps
from django.contrib.sessions.models import Session
from wagtail.admin.models import EditingSession
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex
from wagtail.search.models import IndexEntry
from wagtail.users.models import UserProfile

# Rows that every visit to the admin writes, and what follows from the rest.
ASIDE = {
    Session,
    UserProfile,
    EditingSession,
    ReferenceIndex,
    IndexEntry,
    get_image_model().get_rendition_model(),
}


def snapshot() -> dict:
    """Return the values of every row by model and key."""
    models = [model for model in apps.get_models(include_auto_created=True) if model not in ASIDE]
    return {
        (model._meta.label, row[model._meta.pk.attname]): row
        for model in models
        if model._meta.managed and not model._meta.proxy
        for row in model._base_manager.values()
    }


def changed(before: dict, after: dict, but: set) -> list:
    """Return the rows of `before` that are gone or other; `but` names rows that may change."""
    return [key for key, row in before.items() if key not in but and after.get(key) != row]


def added(before: dict, after: dict) -> list:
    """Return the rows that are new."""
    return [row for key, row in after.items() if key not in before]
