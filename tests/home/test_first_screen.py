"""What a society's editor sees first: their work, what is missing, and no small numbers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forms.models import Pledge, PledgePage
from members.models import MemberSocietyPage
from resources.models import ResourcePage
from tests import builders
from tests.conftest import logged_in
from tests.markup import text_of


@pytest.fixture
def society(site):
    return MemberSocietyPage.objects.get(slug="american-college-of-radiology")


@pytest.fixture
def editor(society):
    return logged_in(builders.society_editor(society))


def test_it_says_what_readers_do_not_find_yet(editor, society):
    assert "Readers do not find yet: a description, a logo" in text_of(editor.get("/admin/"))


def test_what_a_draft_holds_is_not_missing(editor, society):
    society.description = "<p>We.</p>"
    society.website = "https://society.example/"
    society.save_revision()
    text = text_of(editor.get("/admin/"))
    assert "Readers do not find yet: a logo, your competencies" in text


def draft(society, number):
    page = ResourcePage(title=f"Draft {number}", slug=f"draft-{number}", live=False)
    society.refresh_from_db()
    society.add_child(instance=page)
    page.save_revision()
    return page


def test_it_lists_drafts_and_where_they_stand(editor, society):
    draft(society, 1)
    builders.add(society, ResourcePage(title="Toolkit", slug="toolkit"))
    text = text_of(editor.get("/admin/"))
    assert "Draft 1 Resource Draft, not submitted yet" in text
    assert "Toolkit Resource Live" in text


def test_it_lists_files_that_wait(editor, society):
    for file in (builders.image("Our logo"), builders.document("Our paper")):
        file.collection = society.section.drafts
        file.save()
    text = text_of(editor.get("/admin/"))
    assert "Our logo" in text
    assert "Our paper" in text


def sign(society, number, status="confirmed"):
    page = PledgePage.objects.get()
    for n in range(number):
        Pledge.objects.create(
            page=page,
            wording=page.current_wording,
            name="Ada Roe",
            email=f"ada{n}@example.org",
            society=society,
            language="en",
            status=status,
        )


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "Fewer than ten"), (9, "Fewer than ten"), (10, "Pledges that name us 10")],
)
def test_pledges_are_counts_and_small_ones_are_hidden(editor, society, number, words):
    sign(society, number)
    response = editor.get("/admin/")
    assert words in text_of(response)
    assert "ada0@" not in response.content.decode()


@pytest.mark.parametrize("status", ["pending", "withdrawn", "invalid"])
def test_only_confirmed_pledges_are_counted(editor, society, status):
    sign(society, 12, status)
    assert "Fewer than ten" in text_of(editor.get("/admin/"))


def test_pledges_for_another_society_are_not_counted(editor):
    sign(MemberSocietyPage.objects.get(slug="society-of-interventional-radiology"), 12)
    assert "Fewer than ten" in text_of(editor.get("/admin/"))


def test_it_costs_the_same_however_much_there_is(editor, society):
    def queries():
        editor.get("/admin/")
        with CaptureQueriesContext(connection) as captured:
            editor.get("/admin/")
        return len(captured)

    for n in range(2):
        draft(society, n)
    before = queries()
    for n in range(2, 12):
        draft(society, n)
    assert queries() == before


def test_staff_see_the_screen_of_staff(communications):
    assert "Pledges that name us" not in text_of(communications.get("/admin/"))
