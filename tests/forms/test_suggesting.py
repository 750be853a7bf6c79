"""Suggesting a resource: what a visitor meets, and the draft that staff find."""

import pytest
from django.test import Client
from django.urls import reverse

from forms.models import OutgoingMail, Suggestion, SuggestionPage
from resources.models import ResourceIndexPage, ResourcePage
from tests import builders
from tests.admin_forms import edit_page
from tests.at_once import at_once
from tests.conftest import logged_in
from tests.forms.contributors import suggestion
from tests.forms.test_bad_input import field_with_error, typed
from tests.markup import soup, text_of, words

ADDRESS = "https://toolkit.example/equity"


@pytest.fixture
def staff(site):
    return builders.user_in("Communications", email="staff@example.org")


@pytest.fixture
def suggest(site, client):
    """Post a suggestion as a visitor's browser does."""
    return lambda **changes: client.post("/suggest/", suggestion(**{"email": "", **changes}))


def drafts():
    return ResourcePage.objects.not_live()


def mails():
    rows = OutgoingMail.objects.order_by("purpose", "recipient")
    return [(mail.purpose, mail.recipient) for mail in rows]


def test_it_becomes_a_draft_that_says_nothing_of_its_writer(suggest, staff, client):
    response = suggest(email="ada@example.org", why="I, Ada, use it.", publisher="The CDC")
    assert (response.status_code, response["Location"]) == (303, "/suggest/thank-you/")
    assert "Thank you for your suggestion" in text_of(client.get("/suggest/thank-you/"))
    draft = drafts().get()
    assert (draft.title, draft.address, draft.other_publisher) == ("A toolkit", ADDRESS, "The CDC")
    assert draft.get_parent().specific_class is ResourceIndexPage
    kept = " ".join(map(str, [vars(draft), *draft.revisions.values_list("content", flat=True)]))
    assert "Ada" not in kept
    assert "ada@" not in kept
    assert client.get(draft.url or "/resources/a-toolkit/").status_code == 404
    assert "A toolkit" not in text_of(client.get("/resources/"))
    assert mails() == [
        ("message_receipt", "ada@example.org"),
        ("suggestion", "staff@example.org"),
    ]
    told = OutgoingMail.objects.get(purpose="suggestion")
    assert told.reply_to == "ada@example.org"
    assert reverse("wagtailadmin_pages:edit", args=[draft.pk]) in told.text
    assert "A toolkit" not in OutgoingMail.objects.get(purpose="message_receipt").text


def test_staff_find_it_and_publish_it(suggest, staff, client):
    suggest()
    browser = logged_in(staff)
    screen = soup(browser.get("/admin/")).select_one("#suggested-resources-section")
    assert "It helps." in words(screen)
    draft = drafts().get()
    table = reverse("forms_suggestion_modeladmin_index")
    for place in (screen, soup(browser.get(table))):  # the screen has the latest only
        assert place.select_one(f"a[href='/admin/pages/{draft.pk}/edit/']")
    edit_page(browser, draft, summary="What it offers.")
    assert "What it offers." in text_of(client.get("/resources/a-toolkit/"))
    assert not soup(browser.get("/admin/")).select_one("#suggested-resources-section")
    assert "published" in text_of(browser.get(table))


def test_whoever_leaves_no_address_gets_no_mail(suggest):
    for number in range(7):  # more than one address may send
        suggest(address=f"{ADDRESS}/{number}")
    assert drafts().count() == 7
    assert mails() == []


SPELLINGS = [
    ADDRESS,
    "http://www.toolkit.example/equity/",
    "toolkit.example/equity#top",
    "HTTPS://TOOLKIT.example/equity",
]


@pytest.mark.parametrize("where", ["library", "society", "draft"])
def test_what_the_site_has_is_not_doubled_and_its_writer_learns_nothing(suggest, staff, where):
    below = builders.society(slug="tests") if where == "society" else None
    known = builders.resource("Known", below=below, address=ADDRESS)
    if where == "draft":
        known.unpublish()
    before = ResourcePage.objects.count()
    for address in SPELLINGS:
        response = suggest(address=address)
        assert (response.status_code, response["Location"]) == (303, "/suggest/thank-you/")
        assert Suggestion.objects.first().resource == known, address
    assert ResourcePage.objects.count() == before
    told = OutgoingMail.objects.filter(purpose="suggestion").last().text
    assert "has a resource with this address already" in told
    assert reverse("wagtailadmin_pages:edit", args=[known.pk]) in told


@pytest.mark.usefixtures("committed")
def test_the_same_twice_at_a_moment_makes_one_draft():
    body = suggestion()
    answers = at_once(*[lambda: Client().post("/suggest/", body)] * 2)
    assert [answer.status_code for answer in answers] == [303, 303]
    assert Suggestion.objects.count() == 2
    assert drafts().filter(address=ADDRESS).count() == 1


TITLES = ["???", "ﷺ" * 255, "健康", "A toolkit", "A toolkit", "=1+1", "a\tb"]


def test_any_title_makes_a_draft(suggest):
    builders.resource("A toolkit", slug="a-toolkit")
    for number, title in enumerate(TITLES):
        assert suggest(title=title, address=f"{ADDRESS}/{number}").status_code == 303
    assert list(drafts().order_by("path").values_list("title", flat=True)) == TITLES


def test_what_is_suspect_waits_for_staff(suggest, staff):
    assert suggest(trap="x", email="ada@example.org").status_code == 303
    row = Suggestion.objects.get()
    assert not drafts().exists()
    assert mails() == []
    browser = logged_in(staff)
    assert "A toolkit" not in text_of(browser.get("/admin/"))
    table = reverse("forms_suggestion_modeladmin_index")
    link = soup(browser.get(table)).find("a", title=f"It is genuine: {row}")
    for _ in range(2):  # the second time it is done already
        browser.post(link["href"])
    assert drafts().get().title == "A toolkit"
    assert len(mails()) == 2


BAD = [
    ("address", "javascript:alert(1)"),
    ("address", "JavaScript://example.org/%0aalert(1)"),
    ("address", "data:text/html,x"),
    ("address", "ftp://example.org/"),
    ("address", "http://["),
    ("address", "https://ada:secret@example.org/"),
    ("address", "https://known.example@example.org/"),
    ("address", "https://example.org/" + "x" * 10_000),
    ("address", "https://example.org/\x00"),
    ("address", ""),
    ("title", ""),
    ("title", "x" * 10_000),
    ("title", "A\x00"),
    ("why", "x" * 10_000),
    ("why", "  "),
    ("publisher", "x" * 10_000),
    ("email", "ada"),
]


def test_bad_input_is_refused_beside_its_field_and_nothing_is_lost(suggest):
    before = ResourcePage.objects.count()
    for field, value in BAD:
        response = suggest(**{field: value})
        assert response.status_code == 422
        control = field_with_error(response, field)
        if value.strip() and "\x00" not in value:
            assert typed(control) == value
        other = "why" if field != "why" else "title"
        kept = soup(response).select_one(f"form[method=post] [name={other}]")
        assert typed(kept) == suggestion()[other]
    assert not Suggestion.objects.exists()
    assert ResourcePage.objects.count() == before


def test_without_a_library_it_is_kept_all_the_same(suggest, staff):
    ResourceIndexPage.objects.get().delete()
    assert suggest().status_code == 303
    assert Suggestion.objects.get().resource is None
    assert "no draft was made" in OutgoingMail.objects.get().text


def test_the_library_leads_to_the_form_while_there_is_one(site, client):
    def links():
        return [words(link) for link in soup(client.get("/resources/")).select(".contribute a")]

    assert links() == ["Suggest a resource"]
    SuggestionPage.objects.get().unpublish()
    assert links() == []


def test_other_roles_see_none_of_it(suggest):
    suggest(email="ada@example.org")
    row = Suggestion.objects.get()
    for user in (builders.user_in("Pledge officers"), builders.society_editor(builders.society())):
        browser = logged_in(user)
        for view, args in (("index", []), ("inspect", [row.pk])):
            shown = browser.get(reverse(f"forms_suggestion_modeladmin_{view}", args=args))
            assert shown.status_code in (302, 403)
        genuine = browser.post(reverse("forms_suggestion_genuine", args=[row.pk]))
        assert genuine.status_code in (302, 403)
