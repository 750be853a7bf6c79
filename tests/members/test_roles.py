"""Who may do what in the admin, as a table."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from tests import builders
from tests.conftest import logged_in

STAFF = {"Communications", "Administrators"}
ADMINISTRATORS = {"Administrators"}
OFFICERS = {"Pledge officers"}
NOBODY = set()
WHO = ["anonymous", "no role", "Communications", "Pledge officers", "Administrators"]

# Screen of the admin: the name of its address, what goes into it (@ and the slug of a page),
# and the roles that may open it.
SCREENS = {
    "the first screen": ("wagtailadmin_home", [], STAFF | OFFICERS),
    "the tree": ("wagtailadmin_explore", ["@home"], STAFF),
    "a new page": ("wagtailadmin_pages:add", ["home", "contentpage", "@home"], STAFF),
    "a page": ("wagtailadmin_pages:edit", ["@home"], STAFF),
    "the history of a page": ("wagtailadmin_pages:history", ["@home"], STAFF),
    "unpublishing": ("wagtailadmin_pages:unpublish", ["@join"], STAFF),
    "deleting": ("wagtailadmin_pages:delete", ["@join"], STAFF),
    "moving": ("wagtailadmin_pages:move", ["@join"], STAFF),
    "images": ("wagtailimages:index", [], STAFF),
    "a new image": ("wagtailimages:add", [], STAFF),
    "documents": ("wagtaildocs:index", [], STAFF),
    "a new document": ("wagtaildocs:add", [], STAFF),
    "collections": ("wagtailadmin_collections:index", [], STAFF),
    "settings": ("wagtailsettings:edit", ["core", "coalitionsettings", "@site"], STAFF),
    "redirects": ("wagtailredirects:index", [], STAFF),
    "a new redirect": ("wagtailredirects:add", [], STAFF),
    "messages": ("forms_message_modeladmin_index", [], STAFF),
    "outgoing mail": ("forms_outgoingmail_modeladmin_index", [], STAFF),
    "invitations": ("members_invitation_modeladmin_index", [], STAFF),
    "inviting an editor": ("members_invitation_modeladmin_create", [], STAFF),
    "the membership history": ("members_membership_modeladmin_index", [], STAFF),
    "a new period": ("members_membership_modeladmin_create", [], STAFF),
    "links": ("resources_link_modeladmin_index", [], STAFF),
    "the report on links": ("resources_link_report", [], STAFF),
    "adding a society": ("members_add", [], STAFF),
    "a society leaves": ("members_leave", ["@american-college-of-radiology"], STAFF),
    "pledges": ("forms_pledge_modeladmin_index", [], OFFICERS),
    "exports of pledges": ("forms_pledgeexport_modeladmin_index", [], OFFICERS),
    "the report on pledges": ("forms_pledge_report", [], OFFICERS),
    "users": ("wagtailusers_users:index", [], ADMINISTRATORS),
    "a new user": ("wagtailusers_users:add", [], ADMINISTRATORS),
    "groups": ("wagtailusers_groups:index", [], NOBODY),
    "a new group": ("wagtailusers_groups:add", [], NOBODY),
    "sites": ("wagtailsites:index", [], ADMINISTRATORS),
    "languages": ("wagtaillocales:index", [], ADMINISTRATORS),
    "workflows": ("wagtailadmin_workflows:index", [], ADMINISTRATORS),
}


def browser_of(who):
    """A browser in which somebody with this role is logged in."""
    if who == "anonymous":
        return Client()
    return logged_in(builders.user_in(*({who} & (STAFF | OFFICERS))))


def opens(browser, screen):
    """Whether the screen is shown; who may not see it is sent elsewhere."""
    name, parts, _ = SCREENS[screen]
    return browser.get(reverse(name, args=[filled(part) for part in parts])).status_code == 200


def filled(part):
    if part == "@site":
        return builders.default_site().pk
    return Page.objects.get(slug=part[1:]).pk if part.startswith("@") else part


@pytest.mark.parametrize("who", WHO)
def test_each_role_opens_its_screens_and_no_others(site, who):
    browser = browser_of(who)
    opened = {screen for screen in SCREENS if opens(browser, screen)}
    assert opened == {screen for screen, (*_, roles) in SCREENS.items() if who in roles}


def test_superusers_open_every_screen(site):
    browser = logged_in(builders.superuser())
    assert [screen for screen in SCREENS if not opens(browser, screen)] == []


@pytest.mark.parametrize("who", WHO)
def test_who_uploads_images(site, who):
    file = SimpleUploadedFile("new.png", get_test_image_file().file.getvalue())
    data = {"title": "New", "file": file, "collection": "1"}
    browser_of(who).post(reverse("wagtailimages:add"), data)
    assert get_image_model().objects.exists() == (who in STAFF)


@pytest.mark.parametrize("who", WHO)
def test_who_uploads_documents(site, who):
    file = SimpleUploadedFile("paper.txt", b"words")
    data = {"title": "New", "file": file, "collection": "1"}
    browser_of(who).post(reverse("wagtaildocs:add"), data)
    assert get_document_model().objects.exists() == (who in STAFF)


@pytest.mark.parametrize("who", WHO)
def test_who_deletes_pages(site, who):
    page = builders.content_page()
    browser_of(who).post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert Page.objects.filter(pk=page.pk).exists() == (who not in STAFF)


@pytest.mark.parametrize("who", WHO)
def test_nobody_makes_themselves_more_powerful(site, who):
    user = builders.user_in(*({who} & (STAFF | OFFICERS)))
    browser = logged_in(user)
    data = {"email": user.email, "first_name": "A", "last_name": "B", "is_superuser": "on"}
    browser.post(reverse("wagtailusers_users:edit", args=[user.pk]), {**data, "is_active": "on"})
    user.refresh_from_db()
    assert not user.is_superuser


def test_administrators_give_roles_to_new_people(administrator):

    role = Group.objects.get(name="Communications")
    data = {"email": "new@example.org", "first_name": "New", "last_name": "Person"}
    data |= {"password1": "a long one 123", "password2": "a long one 123", "groups": [role.pk]}
    administrator.post(reverse("wagtailusers_users:add"), data)
    assert list(get_user_model().objects.get(email="new@example.org").groups.all()) == [role]


@pytest.mark.parametrize("action", ["edit", "delete"])
def test_administrators_cannot_touch_a_superuser(administrator, action):
    root = builders.superuser()
    before = root.password
    passwords = {"password1": "another password", "password2": "another password"}
    response = administrator.post(
        reverse(f"wagtailusers_users:{action}", args=[root.pk]), {"email": root.email, **passwords}
    )
    root.refresh_from_db()
    assert (response.status_code, root.password) == (302, before)
