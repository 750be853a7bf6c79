"""Links as staff, societies and readers meet them."""

import json
from datetime import date, datetime, timedelta, timezone

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now
from wagtail_localize.models import Translation, TranslationSource

from members.models import MemberSocietyPage
from resources.links.gathering import gather
from resources.models import Link, LinkCheck, LinkUse, ResourcePage
from tests import builders
from tests.admin_forms import edit_page
from tests.conftest import logged_in
from tests.markup import soup, text_of, words

OLD = "https://old.example/a"
NEW = "https://new.example/b"
SINCE = datetime(2026, 5, 3, 12, tzinfo=timezone.utc)  # noqa: UP017
COPY = {"archived_address": "https://web.archive.org/web/1/a", "archived_on": date(2026, 1, 2)}


@pytest.fixture
def page(site):
    return builders.resource("Toolkit", address=f"{OLD}#part")


def link(address=OLD, **fields):
    """The link of an address that stands on a page, with what checks made of it."""
    gather()
    Link.objects.filter(address=address).update(**fields)
    return Link.objects.get(address=address)


def table(view="index", *args):
    return reverse(f"resources_link_modeladmin_{view}", args=args)


def report(browser, **query):
    """What the report says: where, address, state."""
    response = browser.get(reverse("resources_link_report"), query)
    assert response.status_code == 200
    found = soup(response).select("table tbody tr")
    return [[words(cell) for cell in row.select("td")[:3]] for row in found]


def test_the_table_shows_the_state_and_finds_by_it(page, communications):
    builders.resource("Another toolkit", slug="another", address=OLD)
    link(state="moved", moved_to=NEW)
    text = text_of(communications.get(table(), {"state__exact": "moved"}))
    assert f"{OLD} → {NEW}" in text
    assert "Use the new address moved Toolkit (+1)" in text
    assert OLD not in text_of(communications.get(table(), {"state__exact": "gone"}))
    assert text_of(communications.get(table(), {"q": "toolkit"})).count(OLD) == 1
    assert communications.get(table(), {"archived_address__startswith": "h"}).status_code == 404


def menu_of(browser) -> dict:
    """The admin's menu: the words of each entry, and the addresses in the menu that it opens."""
    props = json.loads(soup(browser.get("/admin/")).find(id="wagtail-sidebar-props").string)
    module = next(each for each in props["modules"] if each["_type"].endswith("MainMenuModule"))
    menu = {}
    for item in module["_args"][0]:
        own, *below = item["_args"]
        opened = below[0] if item["_type"].endswith("SubMenuItem") else []
        menu[own["label"]] = [each["_args"][0]["url"] for each in opened]
    return menu


def test_the_links_are_in_the_menu_of_the_library_for_those_who_keep_it(site):
    for role, has in [("Communications", 1), ("Administrators", 1), ("Pledge officers", 0)]:
        browser = logged_in(builders.user_in(role))
        menu = menu_of(browser)
        assert (table() in menu.get("Library", [])) == has, role
        assert (browser.get(table()).status_code == 200) == has, role
        assert "Links" not in menu


def test_one_link_tells_its_history(page, communications):
    found = link(state="gone")
    LinkCheck.objects.create(link=found, outcome="gone", status=404)
    LinkCheck.objects.create(link=found, outcome="failed", reason="tls")
    text = text_of(communications.get(table("inspect", found.pk)))
    assert "is not there, answer 404" in text
    assert "failed, no safe connection" in text
    assert "Where it stands Toolkit" in text


def test_nobody_adds_or_deletes_a_link(page):
    browser, found = logged_in(builders.superuser()), link()
    for view, args in [("create", []), ("delete", [found.pk])]:
        assert browser.post(table(view, *args), {"archived_address": ""}).status_code != 200
    assert Link.objects.filter(pk=found.pk).exists()


@pytest.mark.parametrize(
    ("address", "day", "mistake"),
    [
        ("https://web.archive.org/a", "2026-01-02", ""),
        ("", "", ""),
        ("https://web.archive.org/a", "", "Give the day as well"),
        ("", "2026-01-02", "Give the address of the copy as well"),
        ("https://web.archive.org/a", "2999-01-01", "This day has not come yet"),
        ("javascript:alert(1)", "2026-01-02", "Enter a valid URL"),
    ],
)
def test_staff_say_where_a_copy_is(page, communications, address, day, mistake):
    found = link()
    data = {"archived_address": address, "archived_on": day}
    response = communications.post(table("edit", found.pk), data)
    found.refresh_from_db()
    if mistake:
        assert mistake in text_of(response)
        assert found.copy_address == ""
    else:
        assert response.status_code == 302
        assert found.archived_address == address


def test_readers_are_shown_the_copy_once_the_link_is_gone(site, client):
    figure = builders.figure()
    figure.sources = [builders.source(address=f"{OLD}#part")]
    builders.statistic(figures=[figure])
    address = figure.sources.get().page_address

    def told():
        return [words(each) for each in soup(client.get(f"{address}?x")).select(".broken-link")]

    link(failing_since=SINCE, state="suspect", **COPY)
    assert told() == []
    link(state="gone")
    copy = "Read the copy that was archived on Jan. 2, 2026"
    assert told() == [f"This link has not worked since May 3, 2026. {copy}"]
    link(archived_on=None)
    assert told() == ["This link has not worked since May 3, 2026."]
    link(state="ok")
    assert told() == []


SHOWN = {
    "": ["broken", "failing", "fine", "gone"],
    "broken": ["broken", "gone"],
    "failing": ["failing", "gone"],
    "gone": ["gone"],
    "ok": ["failing", "fine"],
    "nonsense": ["broken", "failing", "fine", "gone"],
}


@pytest.fixture
def four(site):
    """Four resources, each with another fate."""
    ResourcePage.objects.update(address="")
    MemberSocietyPage.objects.update(website="")
    states = {"broken": "suspect", "failing": "ok", "fine": "ok", "gone": "gone"}
    for name in states:
        builders.resource(f"={name}", slug=name, address=f"https://{name}.example/")
    gather()
    for name, state in states.items():
        strikes = 3 if name in ("failing", "gone") else 0
        Link.objects.filter(host=f"{name}.example").update(state=state, strikes=strikes)


@pytest.mark.parametrize("show", SHOWN)
def test_the_report_shows_what_is_asked_for(four, communications, show):
    found = report(communications, show=show)
    ours = [row[1] for row in found if row[1].removesuffix(".example/") != row[1]]
    assert ours == [f"https://{name}.example/" for name in SHOWN[show]]


def test_the_file_holds_the_same_and_no_formula(four, communications):
    address = reverse("resources_link_report")
    file = communications.get(address, {"show": "gone", "export": "csv"}).getvalue().decode()
    assert file.splitlines()[1].startswith("'=gone,https://gone.example/,gone,")
    assert len(file.splitlines()) == 2


def test_many_links_cost_as_many_queries_as_few(page, communications):
    addresses = [table(), reverse("resources_link_report")]

    def queries():
        with CaptureQueriesContext(connection) as captured:
            for address in addresses:
                communications.get(address)
        return len(captured)

    link()
    queries()
    few = queries()
    for number in range(10):
        builders.resource(f"R{number}", address=f"https://r{number}.example/", slug=f"r{number}")
    gather()
    assert queries() == few


def test_the_first_screen_of_staff_counts_what_is_broken(page, communications):
    link()
    assert "broken link" not in text_of(communications.get("/admin/"))
    link(state="gone")
    assert "1 broken link" in text_of(communications.get("/admin/"))


def test_a_button_has_a_link_checked_by_the_next_run(page, communications):
    found = link(next_check_at=SINCE + timedelta(days=3000))
    address = reverse("resources_link_check", args=[found.pk])
    assert "Check this link again?" in text_of(communications.get(address))
    assert not Link.objects.due(SINCE + timedelta(days=2000)).filter(pk=found.pk).exists()
    communications.post(address)
    assert Link.objects.due(SINCE + timedelta(days=2000)).filter(pk=found.pk).exists()


@pytest.mark.parametrize("name", ["address", "video"])
def test_a_page_gives_no_password_away(page, communications, name):
    with pytest.raises(AssertionError, match="without a user name or password"):
        edit_page(communications, page, **{name: "https://ada:secret@example.org/"})
    edit_page(communications, page, **{name: "https://example.org/@ada?to=a@b.example"})


@pytest.mark.parametrize("address", ["ftp://example.org/kit.pdf", "javascript:alert(1)"])
def test_a_page_leads_to_web_pages_only(page, communications, address):
    with pytest.raises(AssertionError, match="It begins with https:// or http://") as refused:
        edit_page(communications, page, address=address)
    assert str(refused.value).count("Please give") == 1


def move(browser, found):
    return text_of(browser.post(reverse("resources_link_move", args=[found.pk]), follow=True))


def draft_of(page):
    return ResourcePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_the_new_address_goes_into_a_draft(page, communications):
    said = move(communications, link(state="moved", moved_to=NEW))
    assert "“Toolkit” has a draft with the new address." in said
    assert draft_of(page).address == f"{NEW}#part"
    page.refresh_from_db()
    assert page.address == f"{OLD}#part"


@pytest.mark.parametrize("in_review", [False, True])
def test_a_page_with_unpublished_changes_is_left_and_named(page, communications, in_review):
    found = link(state="moved", moved_to=NEW)
    page.title = "Half a thought"
    revision = page.save_revision()
    if in_review:
        MemberSocietyPage.objects.first().get_workflow().start(page, builders.user_in())
    said = move(communications, found)
    assert "“Half a thought” has changes that are not published yet, so nothing was done" in said
    assert "has a draft" not in said
    page.refresh_from_db()
    assert (page.latest_revision, page.title) == (revision, "Toolkit")


def test_what_waits_for_its_day_is_locked(page, communications):
    found, later = link(state="moved", moved_to=NEW), now() + timedelta(days=3)
    page.go_live_at = later
    revision = page.save_revision(approved_go_live_at=later)
    revision.publish()
    assert "Change it by hand in “Toolkit”." in move(communications, found)
    revision.refresh_from_db()
    assert revision.approved_go_live_at == later
    assert draft_of(page).address == f"{OLD}#part"


def test_a_page_that_holds_it_twice_gets_one_draft(page, communications):
    page.video = OLD
    page.save_revision().publish()
    number = page.revisions.count()
    said = move(communications, link(state="moved", moved_to=NEW))
    assert said.count("“Toolkit”") == 1
    assert (draft_of(page).address, draft_of(page).video) == (f"{NEW}#part", NEW)
    assert page.revisions.count() == number + 1


def test_what_was_corrected_since_the_last_run_is_left(page, communications):
    found = link(state="moved", moved_to=NEW)
    page.address = NEW
    revision = page.save_revision()
    revision.publish()
    assert "“Toolkit”" not in move(communications, found)
    assert page.get_latest_revision() == revision


def test_an_alias_follows_its_original(page, communications):
    alias = page.create_alias(update_slug="mirror")
    assert move(communications, link(state="moved", moved_to=NEW)).count("“Toolkit”") == 1
    draft_of(page).get_latest_revision().publish()
    alias.refresh_from_db()
    assert alias.address == f"{NEW}#part"


def test_a_page_that_translators_keep_is_named(page, communications):
    copy = builders.translate(page, title="Herramientas")
    source, _created = TranslationSource.get_or_create_from_instance(page)
    Translation.objects.create(source=source, target_locale=copy.locale)
    said = move(communications, link(state="moved", moved_to=NEW))
    assert "“Toolkit” has a draft" in said
    assert "Change it by hand in “Herramientas”." in said


def test_what_cannot_be_replaced_is_named(page, communications):
    page.save_revision()
    page.locked = True
    page.locked_by = builders.user_in("Communications")
    page.save()
    builders.content_page(("text", f'<p><a href="{OLD}">x</a></p>'), title="Our text")
    said = move(communications, link(state="moved", moved_to=NEW))
    assert "Change it by hand in “Our text”." in said
    assert "Change it by hand in “Toolkit”." in said
    assert draft_of(page).address == f"{OLD}#part"


@pytest.mark.parametrize(("length", "fits"), [(500, True), (501, False)])
def test_what_is_too_long_for_its_field_is_named(page, communications, length, fits):
    new = NEW.ljust(length - len("#part"), "b")
    said = move(communications, link(state="moved", moved_to=new))
    assert ("Change it by hand in “Toolkit”." in said) != fits
    assert draft_of(page).address == f"{new if fits else OLD}#part"


def test_nothing_is_replaced_by_nothing(page, communications):
    assert "This link has no new address" in move(communications, link(state="ok"))
    assert draft_of(page).address == f"{OLD}#part"


@pytest.fixture
def society(site):
    return MemberSocietyPage.objects.get(slug="american-college-of-radiology")


def test_a_society_is_told_of_its_own_broken_links(society, page):
    own = builders.add(society, ResourcePage(title="Ours", slug="ours", address=OLD))
    editor = logged_in(builders.society_editor(society))
    link()
    assert "no longer works" not in text_of(editor.get("/admin/"))
    link(state="suspect")
    assert "“Ours” has not worked for some days" in text_of(editor.get("/admin/"))
    link(state="gone")
    response = editor.get("/admin/")
    assert f"A link on your page “Ours” no longer works: {OLD}" in text_of(response)
    assert "Toolkit" not in text_of(response)
    form = soup(response).find("a", string="Change it on “Ours”")["href"]
    assert form == reverse("wagtailadmin_pages:edit", args=[own.pk])
    other = MemberSocietyPage.objects.get(slug="society-of-interventional-radiology")
    assert "no longer works" not in text_of(
        logged_in(builders.society_editor(other)).get("/admin/")
    )


def test_societies_open_no_screen_about_links(society, page):
    editor, found = logged_in(builders.society_editor(society)), link(state="moved", moved_to=NEW)
    for address in (
        table(),
        table("inspect", found.pk),
        table("edit", found.pk),
        reverse("resources_link_report"),
        reverse("resources_link_report_results"),
        reverse("resources_link_check", args=[found.pk]),
        reverse("resources_link_move", args=[found.pk]),
    ):
        assert editor.get(address).status_code == 302, address
        assert editor.post(address).status_code == 302, address
    assert draft_of(page).address == f"{OLD}#part"
    assert LinkUse.objects.filter(link=found).exists()
