"""What the editor of a society may do in their section, and what only staff may."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from members.models import MemberSocietyPage
from resources.models import ResourcePage, StatisticPage
from tests import builders
from tests.admin_forms import PUBLISH, form_at
from tests.conftest import logged_in
from tests.markup import soup, text_of

SLUG = "american-college-of-radiology"


@pytest.fixture
def society(site):
    return MemberSocietyPage.objects.get(slug=SLUG)


@pytest.fixture
def editor(society):
    return logged_in(builders.society_editor(society))


def edit_address(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def save(browser, page, **changes):
    """Save what the form holds, with some changes, as a draft or by the button that is named."""
    address = edit_address(page)
    return browser.post(address, {**form_at(browser, address), **changes})


def draft_of(page):
    page.refresh_from_db()
    return page.get_latest_revision_as_object()


def test_their_page_is_one_click_from_the_first_screen(editor, society):
    links = soup(editor.get("/admin/")).select("main a[href]")
    assert edit_address(society) in [link["href"] for link in links]


def test_they_write_about_themselves(editor, society):
    representatives = [{"name": "A Person", "role": "Chair", "consented": "on"}]
    links = [{"label": "Journal", "address": "https://journal.example/"}]
    response = save(
        editor,
        society,
        description=rich_text("<p>What we do.</p>"),
        website="https://society.example/",
        competencies="Research\nTraining",
        **nested_form_data({"representatives": inline_formset(representatives)}),
        **nested_form_data({"links": inline_formset(links)}),
    )
    assert response.status_code == 302
    draft = draft_of(society)
    assert "What we do." in draft.description
    assert draft.competencies_list == ["Research", "Training"]
    assert [person.name for person in draft.representatives.all()] == ["A Person"]
    assert [link.label for link in draft.links.all()] == ["Journal"]


def test_nobody_is_named_without_consent(editor, society):
    people = nested_form_data({"representatives": inline_formset([{"name": "A Person"}])})
    response = save(editor, society, **people)
    assert "Name only people who agreed to it." in text_of(response)
    assert list(draft_of(society).representatives.all()) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Another name"),
        ("slug", "another"),
        ("heading", "Another"),
        ("order", "1"),
        ("kind", "board"),
        ("acronym", "XX"),
        ("parent_body", "Another"),
        ("other_names", "Another"),
        ("show_in_menus", "on"),
    ],
)
def test_what_staff_alone_set_is_not_theirs_to_set(editor, society, field, value):
    before = getattr(society, field)
    assert field not in form_at(editor, edit_address(society))
    save(editor, society, **{field: value})
    assert getattr(draft_of(society), field) == before


def test_staff_set_it(communications, society):
    save(communications, society, title="Another name", order="7", **PUBLISH)
    society.refresh_from_db()
    assert (society.title, society.order) == ("Another name", 7)


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("delete", {}),
        ("unpublish", {}),
        ("copy", {"new_title": "X", "new_slug": "x", "new_parent_page": "{parent}"}),
        ("move", {"new_parent_page": "{parent}"}),
        ("set_privacy", {"restriction_type": "login"}),
        ("convert_alias", {}),
        ("lock", {}),
        ("set_page_position", {"position": "0"}),
    ],
)
@pytest.mark.parametrize("live", [True, False], ids=["live", "draft"])
def test_the_root_of_their_section_stays_as_it_is(editor, society, action, data, live):
    Page.objects.filter(pk=society.pk).update(live=live)
    before = Page.objects.filter(path__startswith=society.get_parent().path).order_by("pk")
    before_values = list(before.values())
    address = reverse(f"wagtailadmin_pages:{action}", args=[society.pk])
    data = {name: value.format(parent=society.get_parent().pk) for name, value in data.items()}
    assert editor.get(address).status_code == 302
    assert editor.post(address, data).status_code == 302
    assert list(before.all().values()) == before_values
    assert not society.view_restrictions.exists()


@pytest.mark.parametrize("action", ["delete", "unpublish", "copy", "move", "lock"])
def test_nor_do_wagtails_own_rights_let_them_change_it(society, action):
    user = builders.society_editor(society)
    assert not getattr(society.permissions_for_user(user), f"can_{action}")()
    staff = builders.user_in("Communications")
    assert getattr(society.permissions_for_user(staff), f"can_{action}")()


def add(browser, society, page_type, **values):
    names = ["resources", page_type._meta.model_name, society.pk]
    address = reverse("wagtailadmin_pages:add", args=names)
    return browser.post(address, {**form_at(browser, address), **values})


def test_they_add_a_resource_that_nobody_sees_yet(editor, society, client):
    add(editor, society, ResourcePage, title="Our toolkit", slug="toolkit", **PUBLISH)
    resource = ResourcePage.objects.child_of(society).get()
    assert (resource.title, resource.live) == ("Our toolkit", False)
    assert "Our toolkit" not in text_of(client.get("/resources/"))
    assert client.get(society.url + "toolkit/").status_code == 404


def test_they_propose_a_statistic(editor, society):
    outcome = builders.term("outcome", "death").pk
    figures = [{"kind": "more", "value": "7", "outcome": outcome, "unsourced_reason": "Ours."}]
    data = nested_form_data({"figures": inline_formset(figures)})
    add(editor, society, StatisticPage, title="A number", slug="number", statement="7%.", **data)
    statistic = StatisticPage.objects.child_of(society).get()
    assert not statistic.live
    assert draft_of(statistic).figures.count() == 1


@pytest.mark.parametrize("page_type", [ResourcePage, StatisticPage])
def test_shelves_and_the_home_page_are_for_staff_to_fill(editor, society, page_type):
    names = ["resources", page_type._meta.model_name, society.pk]
    form = form_at(editor, reverse("wagtailadmin_pages:add", args=names))
    assert {"shelf", "on_home_page", "internal_note"} & set(form) == set()


def test_they_delete_a_draft_of_their_own(editor, society):
    add(editor, society, ResourcePage, title="Our toolkit", slug="toolkit")
    draft = ResourcePage.objects.child_of(society).get()
    editor.post(reverse("wagtailadmin_pages:delete", args=[draft.pk]))
    assert not ResourcePage.objects.child_of(society).exists()


def test_they_do_not_delete_what_is_live(editor, society):
    live = builders.add(society, ResourcePage(title="Live", slug="live"))
    editor.post(reverse("wagtailadmin_pages:delete", args=[live.pk]))
    assert ResourcePage.objects.filter(pk=live.pk).exists()


def test_what_societies_add_stands_in_the_library(society, client):
    builders.add(society, ResourcePage(title="Our toolkit", slug="toolkit"))
    shelf = soup(client.get("/resources/")).find("h2", string="Coalition member resources").parent
    assert "Our toolkit" in shelf.get_text()
    builders.add(society, StatisticPage(title="Our number", slug="number", statement="7%."))
    assert "Our number" in text_of(client.get("/statistics/"))


def test_an_account_without_a_role_reaches_nothing(site):
    browser = logged_in(builders.user_in())
    assert browser.get("/admin/", follow=True).redirect_chain[-1][0].startswith("/admin/login/")


def test_an_account_that_edits_two_societies_sees_both(society):
    other = MemberSocietyPage.objects.get(slug="radiological-society-of-north-america")
    user = builders.society_editor(society)
    user.groups.add(other.section.group)
    browser = logged_in(user)
    headings = [heading.get_text() for heading in soup(browser.get("/admin/")).select("main h2")]
    assert {society.title, other.title} <= set(headings)
    assert browser.get(edit_address(other)).status_code == 200


def test_staff_who_edit_a_society_too_are_not_limited(society):
    user = builders.society_editor(society)
    user.groups.add(*builders.user_in("Communications").groups.all())
    assert logged_in(user).get(reverse("wagtailimages:index")).status_code == 200


def test_lists_of_everything_lead_to_the_first_screen(editor):
    for name in ("wagtailimages:index", "wagtaildocs:index", "wagtailadmin_explore_root"):
        assert editor.get(reverse(name)).url.startswith("/admin/?")


def test_the_chooser_of_links_begins_with_other_sites(editor):
    response = editor.get(reverse("wagtailadmin_choose_page"), {"allow_external_link": "true"})
    assert response.url.startswith(reverse("wagtailadmin_choose_page_external_link"))
    assert "allow_external_link=true" in response.url


def test_a_script_is_told_no(editor):
    address = reverse("wagtailadmin_api:images:listing")
    assert editor.get(address, headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403
