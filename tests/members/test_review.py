"""What a society submits is read by somebody else before it goes live."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page

from members.models import MemberSocietyPage
from resources.models import ResourcePage
from tests import builders
from tests.admin_forms import PUBLISH, form_at
from tests.conftest import logged_in
from tests.markup import text_of

SUBMIT = {"action-submit": "action-submit"}
CANCEL = {"action-cancel-workflow": "action-cancel-workflow"}


@pytest.fixture
def society(site):
    return MemberSocietyPage.objects.get(slug="american-college-of-radiology")


@pytest.fixture
def author(society):
    return builders.society_editor(society, email="author@example.org")


@pytest.fixture
def reviewer(site):
    return builders.user_in("Communications", email="reviewer@example.org")


@pytest.fixture
def submitted(society, author):
    """The society's page with a change that its editor submitted."""
    save(author, society, competencies="Research", **SUBMIT)
    society.refresh_from_db()
    return society


def save(user, page, **changes):
    browser = logged_in(user)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return browser.post(address, {**form_at(browser, address), **changes})


def decide(user, page, action, comment=""):
    """Press the button of a reviewer."""
    state = Page.objects.get(pk=page.pk).current_workflow_task_state
    names = [page.pk, action, state.pk]
    address = reverse("wagtailadmin_pages:workflow_action", args=names)
    return logged_in(user).post(address, {"comment": comment, "next": "/admin/"})


def is_live(page, words):
    page.refresh_from_db()
    return words in page.competencies


def letters():
    """The mails that have gone out."""
    call_command("send_outbox", stdout=open("/dev/null", "w"))  # noqa: SIM115
    return {(*message.to, message.subject): message.body for message in mail.outbox}


def test_what_is_submitted_waits(submitted):
    assert submitted.workflow_in_progress
    assert not is_live(submitted, "Research")


def test_staff_find_it_on_their_first_screen(submitted, reviewer):
    assert submitted.title in text_of(logged_in(reviewer).get("/admin/"))


def test_staff_are_told_by_mail(reviewer, submitted):
    assert [to for to, _ in letters()] == ["reviewer@example.org"]


def test_somebody_else_approves_it_and_it_is_live(submitted, reviewer):
    decide(reviewer, submitted, "approve")
    assert is_live(submitted, "Research")


def test_the_author_is_told_with_the_reviewers_words(submitted, reviewer):
    decide(reviewer, submitted, "approve", "Well put & clear.")
    letter = letters()["author@example.org", f"Approved and live: {submitted.title}"]
    assert "Well put & clear." in letter
    assert submitted.full_url in letter


def test_changes_are_asked_for_with_words(submitted, reviewer, author):
    decide(reviewer, submitted, "reject", "Please add a year.")
    assert not is_live(submitted, "Research")
    letter = letters()["author@example.org", f"Please change something: {submitted.title}"]
    assert "Please add a year." in letter
    assert reverse("wagtailadmin_pages:edit", args=[submitted.pk]) in letter
    first_screen = text_of(logged_in(author).get("/admin/"))
    assert "Changes were asked for" in first_screen
    assert "Please add a year." in first_screen


def test_it_is_changed_and_submitted_again(submitted, reviewer, author):
    decide(reviewer, submitted, "reject", "Please add a year.")
    save(author, submitted, competencies="Research since 1923", **SUBMIT)
    decide(reviewer, submitted, "approve")
    assert is_live(submitted, "Research since 1923")


def test_while_it_waits_its_author_does_not_change_it(submitted, author):
    save(author, submitted, competencies="Something else")
    assert submitted.get_latest_revision_as_object().competencies == "Research"


def test_its_author_takes_it_back_and_changes_it(submitted, author):
    save(author, submitted, **CANCEL)
    submitted.refresh_from_db()
    assert not submitted.workflow_in_progress
    save(author, submitted, competencies="Something else")
    submitted.refresh_from_db()
    assert submitted.get_latest_revision_as_object().competencies == "Something else"
    assert not is_live(submitted, "Something else")


def test_its_author_does_not_approve_it(submitted, author):
    decide(author, submitted, "approve")
    assert not is_live(submitted, "Research")


@pytest.mark.parametrize("rank", ["Communications", "superuser"])
def test_staff_do_not_approve_what_they_submitted(society, rank):
    user = builders.superuser() if rank == "superuser" else builders.user_in(rank)
    save(user, society, competencies="Research", **SUBMIT)
    decide(user, society, "approve")
    assert not is_live(society, "Research")


def test_a_reviewer_who_changed_it_does_not_approve_it(submitted, reviewer):
    save(reviewer, submitted, competencies="Research and more")
    decide(reviewer, submitted, "approve")
    assert not is_live(submitted, "Research")
    decide(builders.user_in("Administrators"), submitted, "approve")
    assert not is_live(submitted, "Research")  # administrators are no reviewers
    decide(builders.user_in("Communications"), submitted, "approve")
    assert is_live(submitted, "Research and more")


def test_nor_in_one_go(submitted, reviewer):
    approve = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    save(reviewer, submitted, competencies="Research and more", **approve)
    assert not is_live(submitted, "Research")


def test_the_task_itself_refuses(submitted, author):
    state = submitted.current_workflow_task_state
    with pytest.raises(PermissionDenied):
        state.task.specific.on_action(state, author, "approve")


def test_nobody_publishes_past_the_review(submitted, reviewer):
    save(reviewer, submitted, competencies="Research", **PUBLISH)
    assert not is_live(submitted, "Research")
    assert submitted.workflow_in_progress


def test_a_new_resource_goes_the_same_way(society, author, reviewer, client):
    resource = ResourcePage(title="Our toolkit", slug="toolkit", live=False, owner=author)
    society.add_child(instance=resource)
    resource.save_revision(user=author)
    save(author, resource, **SUBMIT)
    assert client.get(society.url + "toolkit/").status_code == 404
    decide(reviewer, resource, "approve")
    assert client.get(society.url + "toolkit/").status_code == 200


def test_pages_of_the_coalition_need_no_review(site, communications):
    page = Page.objects.get(slug="resources")
    assert page.get_workflow() is None
