"""Whose admin is limited, and to which sections."""

from django.db.models import QuerySet

from members.models import Section
from members.roles import ROLES

STAFF = {role.name for role in ROLES}


def is_limited(user) -> bool:
    """Tell whether somebody is logged in who holds no role of staff."""
    if not user.is_authenticated or user.is_superuser:
        return False
    if not hasattr(user, "_is_limited"):
        user._is_limited = not user.groups.filter(name__in=STAFF).exists()
    return user._is_limited


def sections_of(user) -> QuerySet[Section]:
    """Return the sections that somebody edits."""
    sections = Section.objects.filter(group__user=user)
    return sections.select_related("society", "drafts", "published").order_by("society__title")
