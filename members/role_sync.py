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
    group.permissions.set([permission(name) for name in role.permissions])
    pages = {Page.get_first_root_node(): page_names(role.page_permissions)}
    set_rights(GroupPagePermission, "page", group, pages)
    files = {Collection.get_first_root_node(): role.collection_permissions}
    set_rights(GroupCollectionPermission, "collection", group, files)


def grant_section(section: Section) -> None:
    """Give the group of a section the rights of a society's editors, there and nowhere else."""
    role, group = SOCIETY_EDITOR, section.group
    group.permissions.set([permission(name) for name in role.permissions])
    pages = {section.society.page_ptr: page_names(role.page_permissions)}
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
    kept = []
    for place, names in rights.items():
        for name in names:
            right = {"group": group, "permission": permission(name), place_field: place}
            kept.append(model.objects.get_or_create(**right)[0].pk)
    model.objects.filter(group=group).exclude(pk__in=kept).delete()


def permission(name: str) -> Permission:
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def remove_stock_workflow() -> None:
    """End the workflow that Wagtail attaches to every page: its reviewers are a stock group."""
    stock = GroupApprovalTask.objects.filter(groups__name__in=STOCK_GROUPS)
    for workflow in Workflow.objects.active().filter(workflow_tasks__task__in=stock).distinct():
        workflow.deactivate()
