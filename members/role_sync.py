"""Applies the table of roles to the database, as often as you like."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

from members.roles import COMMUNICATIONS, ROLES, Role

# Groups that Wagtail makes in a new database and that the table does not know.
STOCK_GROUPS = ["Moderators", "Editors"]


@transaction.atomic
def sync_roles() -> None:
    """Make the groups of the table hold its rights, no fewer and no more.

    Raises Permission.DoesNotExist for a right in the table that nothing defines.
    """
    for role in ROLES:
        sync_role(role)
    replace_stock_groups()


def sync_role(role: Role) -> None:
    group, _ = Group.objects.get_or_create(name=role.name)
    group.permissions.set([permission(name) for name in role.permissions])
    page_rights = [permission(f"wagtailcore.{name}") for name in role.page_permissions]
    set_rights(GroupPagePermission, group, {"page": Page.get_first_root_node()}, page_rights)
    file_rights = [permission(name) for name in role.collection_permissions]
    root = {"collection": Collection.get_first_root_node()}
    set_rights(GroupCollectionPermission, group, root, file_rights)


def set_rights(model, group, place: dict, permissions: list[Permission]) -> None:
    """Make `permissions` the only rights of the group, all of them at `place`."""
    wanted = model.objects.filter(group=group, permission__in=permissions, **place)
    model.objects.filter(group=group).exclude(pk__in=wanted).delete()
    for right in permissions:
        model.objects.get_or_create(group=group, permission=right, **place)


def permission(name: str) -> Permission:
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def replace_stock_groups() -> None:
    """Hand Wagtail's stock approval task to communications; drop stock groups nobody is in."""
    communications = Group.objects.get(name=COMMUNICATIONS.name)
    for task in GroupApprovalTask.objects.filter(groups__name__in=STOCK_GROUPS).distinct():
        task.groups.set([communications])
    Group.objects.filter(name__in=STOCK_GROUPS, user=None).delete()
