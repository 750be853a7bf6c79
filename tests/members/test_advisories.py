"""The leaks between editors that Wagtail 7.3 to 8.0 closed stay closed here.

Each is tried by a society's editor twice: behind our own rules, and with Wagtail alone, so that
a regression there is noticed although the rules stand before it. The numbers are those of the
advisories that Wagtail published.
"""

from hashlib import sha1

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model

from tests import builders
from tests.admin_forms import form_at
from tests.conftest import logged_in
from tests.members.snapshot import added, changed, snapshot
from tests.members.two_societies import BAIT, SECRET, reader_of_ours, the_other

RULES = "members.access.middleware.SectionAccessMiddleware"


@pytest.fixture
def ours(site):
    return reader_of_ours()


@pytest.fixture
def other(site):
    return the_other()


@pytest.fixture(params=["our rules", "Wagtail alone"])
def editor(request, settings, ours):
    """A browser of the other society's neighbor."""
    if request.param == "Wagtail alone":
        settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != RULES]
    return logged_in(ours.editor)


def page(other):
    return other.ids["page"][1]


def revisions(other):
    """Two revisions of one draft."""
    return list(other.pages[1].revisions.order_by("pk").values_list("pk", flat=True))[:2]


# What is asked: the advisory, the method, the name of the address, its parts, what is sent.
ASKED = {
    "CVE-2026-25517 preview": (
        "get",
        "wagtailadmin_pages:preview_on_edit",
        lambda o: [page(o)],
        {},
    ),
    "CVE-2026-25517 preview of what is sent": (
        "post",
        "wagtailadmin_pages:preview_on_edit",
        lambda o: [page(o)],
        {"title": "Mine", "slug": "mine"},
    ),
    "CVE-2026-25517 preview of a new page": (
        "get",
        "wagtailadmin_pages:preview_on_add",
        lambda o: ["resources", "resourcepage", o.page.pk],
        {},
    ),
    "CVE-2026-44197 compare": (
        "get",
        "wagtailadmin_pages:revisions_compare",
        lambda o: [page(o), *revisions(o)],
        {},
    ),
    "CVE-2026-44197 compare with the latest": (
        "get",
        "wagtailadmin_pages:revisions_compare",
        lambda o: [page(o), "earliest", "latest"],
        {},
    ),
    "CVE-2026-44198 history": ("get", "wagtailadmin_pages:history", lambda o: [page(o)], {}),
    "CVE-2026-44198 its rows": (
        "get",
        "wagtailadmin_pages:history_results",
        lambda o: [page(o)],
        {},
    ),
    "CVE-2026-44199 delete what was sent": (
        "post",
        "forms_message_modeladmin_delete",
        lambda o: [1],
        {},
    ),
    "CVE-2026-44200 copy": (
        "post",
        "wagtailadmin_pages:copy",
        lambda o: [page(o)],
        {"new_title": "Mine", "new_slug": "mine", "new_parent_page": "{ours}"},
    ),
    "CVE-2026-54259 chosen image": (
        "get",
        "wagtailimages_chooser:chosen",
        lambda o: o.ids["image"],
        {},
    ),
    "CVE-2026-54259 chosen document": (
        "get",
        "wagtaildocs_chooser:chosen",
        lambda o: o.ids["document"],
        {},
    ),
    "CVE-2026-54259 several images": (
        "get",
        "wagtailimages_chooser:chosen_multiple",
        lambda o: [],
        {"id": "{image}"},
    ),
    "CVE-2026-54259 several documents": (
        "get",
        "wagtaildocs_chooser:chosen_multiple",
        lambda o: [],
        {"id": "{document}"},
    ),
    "CVE-2026-54261 image preview": (
        "get",
        "wagtailimages:preview",
        lambda o: [o.ids["image"][0], "width-50"],
        {},
    ),
    "CVE-2026-54263 image URL generator": (
        "get",
        "wagtailimages:url_generator_output",
        lambda o: o.ids["image"],
        {"filter_method": "<script>"},
    ),
    "CVE-2026-54262 copy for translation": (
        "post",
        "wagtail_localize:submit_page_translation",
        lambda o: [page(o)],
        {"locales": "2"},
    ),
    "CVE-2026-55468 pages in the admin API": (
        "get",
        "wagtailadmin_api:pages:listing",
        lambda o: [],
        {"fields": "*", "search": BAIT},
    ),
    "CVE-2026-55468 a page in the admin API": (
        "get",
        "wagtailadmin_api:pages:detail",
        lambda o: [page(o)],
        {},
    ),
    "GHSA-jm5p-837g-rv8g copy for translation by API": (
        "post",
        "wagtailadmin_api:pages:action",
        lambda o: [page(o), "copy_for_translation"],
        {"locale": "es"},
    ),
    "GHSA-x5cx-w6p2-mxf2 copy of other things": (
        "get",
        "wagtailusers_users:copy",
        lambda o: o.ids["user"],
        {},
    ),
    "8.0 format of an image": (
        "get",
        "wagtailimages_chooser:select_format",
        lambda o: o.ids["image"],
        {},
    ),
    "8.0.1 privacy of a collection": (
        "post",
        "wagtailadmin_collections:set_privacy",
        lambda o: o.ids["collection"][:1],
        {"restriction_type": "none"},
    ),
}


def ask(browser, asked, ours, other):
    """Send the request with the other society's things, or into ours."""
    method, name, parts, sent = ASKED[asked]
    known = {"ours": ours.page.pk, **{kind: keys[0] for kind, keys in other.ids.items()}}
    sent = {field: value.format(**known) for field, value in sent.items()}
    return getattr(browser, method)(reverse(name, args=parts(other)), sent)


def has_secret(response) -> bool:
    return SECRET in response.content.decode(errors="replace").lower()


def test_no_advisory_tells_or_changes_anything(editor, ours, other):
    before = snapshot()
    answers = {asked: ask(editor, asked, ours, other) for asked in ASKED}
    assert [asked for asked, answer in answers.items() if answer.status_code >= 500] == []
    assert [asked for asked, answer in answers.items() if has_secret(answer)] == []
    after = snapshot()
    assert changed(before, after, but={("core.User", ours.editor.pk)}) == []
    assert [row for row in added(before, after) if SECRET in str(row).lower()] == []


# Nothing to find even for a superuser: the screen is not there, or makes a picture or nothing.
SILENT = {
    "CVE-2026-25517 preview",
    "CVE-2026-25517 preview of what is sent",
    "CVE-2026-25517 preview of a new page",
    "CVE-2026-44199 delete what was sent",
    "CVE-2026-54261 image preview",
    "CVE-2026-54263 image URL generator",
    "GHSA-jm5p-837g-rv8g copy for translation by API",
}


def test_a_superuser_is_told_or_changes_something(ours, other):
    """Or else the test above would prove nothing: the requests are real ones."""
    root = logged_in(builders.superuser())
    for asked in sorted(set(ASKED) - SILENT):
        before = snapshot()
        response = ask(root, asked, ours, other)
        assert has_secret(response) or snapshot() != before, asked


# CVE-2026-25517, with all that a preview needs


def test_a_preview_is_shown_to_those_who_may_edit_the_page(editor, other):
    edit = reverse("wagtailadmin_pages:edit", args=[page(other)])
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page(other)])
    root = logged_in(builders.superuser())
    form = form_at(root, edit)
    for browser, is_told in ((root, True), (editor, False)):
        browser.post(address, form)
        assert has_secret(browser.get(address, {"mode": ""})) == is_told


# GHSA-92hv-j533-69wc


@pytest.mark.parametrize("guess", ["right", "wrong"])
def test_nobody_finds_out_what_a_closed_document_holds(other, guess):
    document = get_document_model().objects.get(pk=other.ids["document"][0])
    content = b"words" if guess == "right" else b"other"
    tag = {"If-None-Match": f'"{sha1(content).hexdigest()}"'}  # noqa: S324 (as Wagtail makes it)
    assert Client().get(document.url, headers=tag).status_code == 302


# CVE-2026-44201, GHSA-c2xx-cjmh-9q8f


def test_no_public_api_lists_files(site, client):
    for address in ("/api/", "/api/v2/images/", "/api/v2/documents/"):
        assert client.get(address).status_code == 404
    lists = client.get("/api/v2/").content.decode()
    assert not [word for word in ("images", "documents", "users") if word in lists]
