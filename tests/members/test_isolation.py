"""A society's editor sees nothing unpublished of another society, and changes nothing of it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.test.utils.form_data import rich_text

from members.access.rules import is_known
from resources.models import ResourcePage
from tests import builders
from tests.admin_forms import form_at
from tests.conftest import logged_in
from tests.members.admin_addresses import PARTS, SPARE, admin_patterns, parts_of
from tests.members.crawl import Crawl
from tests.members.snapshot import added, changed, snapshot
from tests.members.two_societies import SECRET, reader_of_ours, the_other


@pytest.fixture
def ours(site):
    return reader_of_ours()


@pytest.fixture
def other(site):
    return the_other()


def test_somebody_has_decided_about_every_address_of_the_admin():
    names = {name for name, _ in admin_patterns() if name != "(no name)"}
    assert len(names) > 200
    assert sorted(name for name in names if not is_known(name)) == []


def test_a_crawl_of_the_others_things_finds_no_secret_and_changes_nothing(ours, other, say):
    before = snapshot()
    crawl = Crawl(ours.editor, builders.superuser(), other.ids).run()
    after = snapshot()
    say(f"A society's editor at every address of the admin: {dict(crawl.covered)}")
    assert crawl.leaks == []
    assert changed(before, after, but={("core.User", ours.editor.pk)}) == []
    assert [row for row in added(before, after) if SECRET in str(row).lower()] == []
    assert crawl.covered["addresses where a superuser reads a secret"] > 50
    assert "Our resource" in crawl.editor.get("/admin/").content.decode()


def test_a_crawl_of_its_own_pages_finds_no_secret_and_changes_nothing_of_others(ours, other, say):
    before = snapshot()
    ids = {**other.ids, "page": ours.ids["page"]}
    crawl = Crawl(ours.editor, builders.superuser(), ids).run(only=names_a_page)
    after = snapshot()
    say(f"The same with pages of its own: {dict(crawl.covered)}")
    assert crawl.leaks == []
    assert [key for key in changed(before, after, but=set()) if is_of(other, key, before)] == []
    assert crawl.covered["GET answered 200"] > 30


def names_a_page(route) -> bool:
    return any(part in SPARE or PARTS.get(part) == "page" for part in parts_of(route))


def is_of(society, key, rows) -> bool:
    """Whether a row is one of the society's pages, or names a secret."""
    label, pk = key
    is_page = (
        label in ("wagtailcore.Page", "members.MemberSocietyPage") and pk in society.ids["page"]
    )
    return is_page or SECRET in str(rows[key]).lower()


@pytest.fixture
def edit(ours):
    """Save a draft of the editor's page with some values of the form changed."""
    browser = logged_in(ours.editor)
    address = reverse("wagtailadmin_pages:edit", args=[ours.page.pk])

    def edit(page=None, **changes):
        at = reverse("wagtailadmin_pages:edit", args=[page.pk]) if page else address
        return browser.post(at, {**form_at(browser, at), **changes})

    return edit


def latest(page):
    page.refresh_from_db()
    return page.get_latest_revision_as_object()


def test_a_logo_of_another_society_is_neither_taken_nor_shown(ours, other, edit):
    response = edit(logo=other.ids["image"][0])
    assert "one of the files that you are offered" in response.content.decode()
    assert SECRET not in response.content.decode()
    assert latest(ours.page).logo is None


def test_nor_is_its_document(ours, other, edit):
    resource = ResourcePage.objects.child_of(ours.page).get()
    response = edit(resource, document=other.ids["document"][0])
    assert "one of the files that you are offered" in response.content.decode()
    assert SECRET not in response.content.decode()
    assert latest(resource).document is None


def test_a_link_to_its_draft_leads_nowhere(ours, other, edit):
    draft = other.ids["page"][1]
    edit(description=rich_text(f'<p><a linktype="page" id="{draft}">There</a></p>'))
    assert f'id="{draft}"' not in latest(ours.page).description
    assert "There" in latest(ours.page).description


def test_a_link_to_a_public_page_stays(ours, other, edit):
    public = other.page.pk
    edit(description=rich_text(f'<p><a linktype="page" id="{public}">There</a></p>'))
    assert f'id="{public}"' in latest(ours.page).description


@pytest.mark.parametrize("words", ["not json", "{}", '{"entityMap": 7}', '{"entityMap": {"0": 1}}'])
def test_rich_text_that_no_editor_posts_is_refused(ours, edit, words):
    assert edit(description=words).status_code == 400


def test_what_the_editor_posts_for_nothing_is_taken(ours, edit):
    assert edit(description="null").status_code == 302


@pytest.mark.parametrize("kind", ["image", "document"])
def test_nothing_is_uploaded_into_its_collections(ours, other, kind):
    module = {"image": "wagtailimages", "document": "wagtaildocs"}[kind]
    model = {"image": get_image_model(), "document": get_document_model()}[kind]
    before = model.objects.count()
    prefix = f"{kind}-chooser-upload"
    for collection in other.ids["collection"]:
        file = SimpleUploadedFile("x.png", get_test_image_file().file.getvalue())
        data = {f"{prefix}-title": "X", f"{prefix}-file": file, f"{prefix}-collection": collection}
        logged_in(ours.editor).post(reverse(f"{module}_chooser:create"), data)
    assert not model.objects.filter(collection__in=other.ids["collection"], title="X").exists()
    assert model.objects.count() - before <= len(other.ids["collection"])  # its own may take it


def test_documents_of_drafts_are_for_its_editors_and_staff(ours, other, client):
    document = get_document_model().objects.get(pk=other.ids["document"][0])
    theirs, staff = logged_in(other.editor), logged_in(builders.user_in("Communications"))
    assert [browser.get(document.url).status_code for browser in (theirs, staff)] == [200, 200]
    for browser in (client, logged_in(ours.editor)):
        response = browser.get(document.url)
        assert response.status_code == 302
        assert b"words" not in response.content
