"""`manage.py sync_roles` makes the groups hold what the table declares, no less and no more."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

from members import role_sync
from members.roles import ROLES, Role
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _synced():
    sync()


def sync():
    output = StringIO()
    call_command("sync_roles", stdout=output)
    return output.getvalue()


def rights():
    """Every right of every group, with the rows that hold it."""
    models = [Group.permissions.through, GroupPagePermission, GroupCollectionPermission]
    return [list(model.objects.order_by("pk").values()) for model in models]


def communications():
    return Group.objects.get(name="Communications")


def publish_right():
    return Permission.objects.get(codename="publish_page")


def test_it_says_which_roles_are_in_force():
    assert sync() == "Roles in force: Communications, Pledge officers, Administrators.\n"


def test_a_second_run_changes_nothing():
    before = rights()
    sync()
    assert rights() == before


def test_a_right_given_by_hand_is_taken_away():
    before = rights()
    group = communications()
    group.permissions.add(Permission.objects.get(codename="view_pledge"))
    home = Page.objects.get(depth=2)
    GroupPagePermission.objects.create(group=group, page=home, permission=publish_right())
    folder = Collection.get_first_root_node().add_child(name="A folder")
    view = Permission.objects.get(codename="add_document")
    GroupCollectionPermission.objects.create(group=group, collection=folder, permission=view)
    sync()
    assert rights() == before


def test_a_right_taken_by_hand_is_given_again():
    group = communications()
    group.permissions.clear()
    group.page_permissions.all().delete()
    group.collection_permissions.all().delete()
    sync()
    role = ROLES[0]
    assert group.permissions.count() == len(role.permissions)
    assert group.page_permissions.count() == len(role.page_permissions)
    assert group.collection_permissions.count() == len(role.collection_permissions)


def test_a_right_that_nothing_defines_is_an_error(monkeypatch):
    monkeypatch.setattr(role_sync, "ROLES", [Role("Broken", "", ["core.no_such_right"])])
    with pytest.raises(Permission.DoesNotExist):
        sync()
    assert not Group.objects.filter(name="Broken").exists()


def test_groups_that_staff_made_are_left_alone():
    group = Group.objects.create(name="Our own")
    group.permissions.add(publish_right())
    sync()
    assert list(group.permissions.all()) == [publish_right()]


def test_the_groups_that_wagtail_makes_are_gone():
    ours = Group.objects.filter(section=None).values_list("name", flat=True)
    assert set(ours) == {"Communications", "Pledge officers", "Administrators"}


def test_such_a_group_stays_while_somebody_is_in_it():
    Group.objects.create(name="Editors")
    user = builders.user_in("Editors")
    sync()
    assert user.groups.get().name == "Editors"


def test_the_workflow_that_wagtail_attaches_to_every_page_is_gone():
    assert Page.objects.get(depth=2).get_workflow() is None
