"""Applies the table of roles to the database, as often as you like."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
)

from members.models import Section
from members.roles import ROLES, SOCIETY_EDITOR, Role

# Groups that Wagtail makes in a new database and that the table does not know.
STOCK_GROUPS = ["Moderators", "Editors"]


@transaction.atomic
def sync_roles() -> None:
    """Make the groups of the table hold its rights, no fewer and no more.

    Raises Permission.DoesNotExist for a right in the table that nothing defines.
    """
    for role in ROLES:
        sync_role(role)
    for section in Section.objects.select_related("group", "society", "drafts", "published"):
        grant_section(section)
    remove_stock_workflow()
    Group.objects.filter(name__in=STOCK_GROUPS, user=None).delete()


def sync_role(role: Role) -> None:
    group, _ = Group.objects.get_or_create(name=role.name)
    group.permissions.set(permissions(role.permissions))
    pages = {Page.get_first_root_node(): page_names(role.page_permissions)}
    set_rights(GroupPagePermission, "page", group, pages)
    files = {Collection.get_first_root_node(): role.collection_permissions}
    set_rights(GroupCollectionPermission, "collection", group, files)


def grant_section(section: Section) -> None:
    """Give the group of a section the rights of a society's editors, there and nowhere else."""
    role, group = SOCIETY_EDITOR, section.group
    group.permissions.set(permissions(role.permissions))
    pages = {section.society: page_names(role.page_permissions)}
    set_rights(GroupPagePermission, "page", group, pages)
    files = {
        section.drafts: role.draft_permissions,
        section.published: role.published_permissions,
    }
    set_rights(GroupCollectionPermission, "collection", group, files)


def page_names(codenames: list[str]) -> list[str]:
    return [f"wagtailcore.{name}" for name in codenames]


def set_rights(model, place_field: str, group: Group, rights: dict) -> None:
    """Make `rights`, permission names by place, the only ones that the group has."""
    place_id = f"{place_field}_id"
    held = {
        (row[place_id], row["permission_id"]): row["pk"]
        for row in model.objects.filter(group=group).values("pk", place_id, "permission_id")
    }
    wanted = {
        (place.pk, permission.pk)
        for place, names in rights.items()
        for permission in permissions(names)
    }
    model.objects.filter(pk__in=[held[right] for right in held.keys() - wanted]).delete()
    model.objects.bulk_create(
        model(group=group, permission_id=permission, **{place_id: place})
        for place, permission in sorted(wanted - held.keys())
    )


def permissions(names: list[str]) -> list[Permission]:
    """Return the permissions of these names, `app.codename`, in one query.

    Raises Permission.DoesNotExist for a name that nothing defines.
    """
    codenames = [name.partition(".")[2] for name in names]
    found = Permission.objects.filter(codename__in=codenames).select_related("content_type")
    by_name = {f"{right.content_type.app_label}.{right.codename}": right for right in found}
    if missing := set(names) - by_name.keys():
        raise Permission.DoesNotExist(f"Nothing defines {', '.join(sorted(missing))}.")
    return [by_name[name] for name in names]


def remove_stock_workflow() -> None:
    """End the workflow that Wagtail attaches to every page: its reviewers are a stock group."""
    stock = GroupApprovalTask.objects.filter(groups__name__in=STOCK_GROUPS)
    for workflow in Workflow.objects.active().filter(workflow_tasks__task__in=stock).distinct():
        workflow.deactivate()
