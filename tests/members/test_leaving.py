"""A society leaves: its page and its history stay, its editors have no access any more."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from members import invitations, joining
from members.models import Invitation, Level, Membership, MemberSocietyPage, Section
from tests import builders
from tests.conftest import logged_in
from tests.markup import soup, text_of, words

LONG = "x" * 10_000
LAST_DAY = date(2026, 6, 30)


@pytest.fixture
def section(site):
    """The section of a society that is a general member since 2024."""
    return builders.section(slug="tests", level=Level.GENERAL, start=date(2024, 1, 1))


def leaving(page):
    return reverse("members_leave", args=[page.pk])


def leave(browser, section, **changes):
    """What staff type, posted."""
    answers = {"last_day": "2026-06-30", "source": "Letter of June", **changes}
    return browser.post(leaving(section.society), answers)


def history(section):
    periods = Membership.objects.of(section.society)
    return [(one.level, one.start, one.end) for one in periods]


@pytest.fixture
def nothing_changes(section):
    before = list(Membership.objects.order_by("pk").values())
    editor = builders.society_editor(section.society)
    yield
    assert list(Membership.objects.order_by("pk").values()) == before
    assert editor.groups.get() == section.group


def test_the_history_says_when_it_left_and_where_that_is_written(section, communications):
    assert leave(communications, section).status_code == 302
    assert history(section) == [
        ("general", date(2024, 1, 1), LAST_DAY),
        ("former", date(2026, 7, 1), None),
    ]
    assert Membership.objects.of(section.society).last().source == "Letter of June"


def test_its_page_stays_and_it_is_no_member(section, communications, client):
    leave(communications, section)
    assert client.get(section.society.url).status_code == 200
    societies = MemberSocietyPage.objects.members_on
    assert section.society not in societies()
    assert section.society in societies(LAST_DAY)
    assert "Society of Tests" not in text_of(client.get("/"))


def test_an_editor_gets_no_page_of_the_admin_at_the_next_request(section, communications):
    browser = logged_in(builders.society_editor(section.society))
    address = reverse("wagtailadmin_pages:edit", args=[section.society_id])
    assert browser.get(address).status_code == 200
    leave(communications, section)
    for closed in (address, "/admin/", reverse("wagtailadmin_explore_root"), "/admin/images/"):
        assert browser.get(closed).status_code == 302
        text = text_of(browser.get(closed, follow=True))
        assert "Society of Tests" not in text


def test_an_editor_of_two_societies_keeps_the_other(section, communications):
    other = Section.objects.exclude(pk=section.pk).first()
    editor = builders.society_editor(section.society)
    editor.groups.add(other.group)
    leave(communications, section)
    assert editor.groups.get() == other.group


def test_open_invitations_end_and_others_stay_as_they_were(section, communications, client):
    accepted, waiting = (builders.invitation(section, f"{n}@example.org") for n in "ab")
    elsewhere = builders.invitation(email="c@example.org")
    invitations.accept_as_new(accepted, {"password": None})
    leave(communications, section)
    states = [one.state for one in Invitation.objects.order_by("email")]
    assert states == [Invitation.State.ACCEPTED, Invitation.State.REVOKED, Invitation.State.OPEN]
    key = invitations.key_of(waiting)
    assert client.get("/invitation/", {"key": key}).status_code == 410
    assert elsewhere.state == Invitation.State.OPEN


def test_nobody_can_be_invited_to_it_any_more(section, communications):
    leave(communications, section)
    answers = {"section": section.pk, "email": "ada@example.org"}
    response = communications.post(reverse("members_invitation_modeladmin_create"), answers)
    assert response.status_code == 200
    assert "Select a valid choice" in text_of(response)
    assert not Invitation.objects.exists()


def test_a_society_can_come_back(section, communications):
    leave(communications, section)
    Membership.objects.departures().update(end=date(2026, 12, 31))
    joining.add_period(section.society, start=date(2027, 1, 1), source="Minutes")
    assert section in Section.objects.in_coalition()
    assert leave(communications, section, last_day="2027-01-31").status_code == 302


def test_a_last_day_still_to_come_ends_access_now(section, communications):
    browser = logged_in(builders.society_editor(section.society))
    day = timezone.localdate() + timedelta(days=60)
    assert leave(communications, section, last_day=day.isoformat()).status_code == 302
    assert section.society in MemberSocietyPage.objects.members_on()
    assert browser.get("/admin/").status_code == 302


def test_staff_read_what_will_happen(section, communications):
    builders.society_editor(section.society)
    builders.invitation(section)
    text = text_of(communications.get(leaving(section.society)))
    assert "Society of Tests leaves the coalition" in text
    assert "Its 1 editor loses access now" in text
    assert "1 open invitation ends." in text
    assert "Its page, its resources and its history stay." in text


def test_looking_changes_nothing(nothing_changes, section, communications):
    assert communications.get(leaving(section.society)).status_code == 200


WRONG = [
    ("last_day", "2023-12-31", "On this day the society was not a member."),
    ("last_day", "0001-01-01", "On this day the society was not a member."),
    ("last_day", "9999-12-31", "This day is more than a year ahead."),
    ("last_day", "2026-02-30", "Enter a valid date."),
    ("last_day", "10000-01-01", "Enter a valid date."),
    ("last_day", "\x00", "Enter a valid date."),
    ("last_day", LONG, "Enter a valid date."),
    ("last_day", "", "This field is required."),
    ("source", "", "This field is required."),
    ("source", "a\x00", "Null characters are not allowed."),
    ("source", LONG, "at most 255 characters"),
]


@pytest.mark.parametrize(("field", "value", "error"), WRONG)
def test_what_is_wrong_is_said_beside_it(
    nothing_changes, section, communications, field, value, error
):
    response = leave(communications, section, **{field: value})
    assert response.status_code == 200
    field = soup(response).select_one(f"[name={field}]").find_parent(class_="w-field__wrapper")
    assert error in words(field.select_one(".w-field__errors"))


def test_a_day_before_a_later_period_is_refused(section):
    Membership.objects.of(section.society).update(end=date(2025, 1, 1))
    joining.add_period(section.society, start=date(2025, 1, 2), source="Minutes")
    before = list(Membership.objects.values())
    with pytest.raises(ValidationError, match="goes on after this day"):
        joining.leave(section, date(2024, 6, 1), "Letter")
    assert list(Membership.objects.values()) == before


def test_it_leaves_once(section, communications):
    leave(communications, section)
    before = history(section)
    response = leave(communications, section, last_day="2026-07-02")
    assert "This society has left already." in text_of(response)
    assert history(section) == before


def test_a_step_that_fails_undoes_those_before_it(nothing_changes, section, monkeypatch):
    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr(joining, "close_access", fail)
    with pytest.raises(RuntimeError):
        joining.leave(section, LAST_DAY, "Letter")


@pytest.mark.parametrize("number", ["0", "999999", "9" * 30, "9" * 5000, "x", "-1"])
def test_pages_that_there_are_not_are_not_found(communications, number):
    for method in (communications.get, communications.post):
        assert method(f"/admin/members/{number}/leave/").status_code == 404


def test_other_pages_cannot_leave(communications, home):
    assert communications.get(leaving(home)).status_code == 404


def test_a_translation_leaves_with_its_society(section, communications):
    page = builders.translate(section.society)
    assert communications.get(leaving(page)).status_code == 200
    communications.post(leaving(page), {"last_day": "2026-06-30", "source": "Letter"})
    assert [level for level, *_ in history(section)] == ["general", "former"]


def test_staff_find_it_on_the_society_and_in_the_list(section, communications):
    link = f'href="{leaving(section.society)}"'
    edit = reverse("wagtailadmin_pages:edit", args=[section.society_id])
    parent = section.society.get_parent()
    listing = reverse("wagtailadmin_explore", args=[parent.pk])
    for address in (edit, listing):
        assert link in communications.get(address).content.decode()
    assert (
        "/leave/"
        not in communications.get(
            reverse("wagtailadmin_pages:edit", args=[parent.pk])
        ).content.decode()
    )


def test_its_editors_neither_find_it_nor_get_there(nothing_changes, section):
    browser = logged_in(builders.society_editor(section.society))
    edit = reverse("wagtailadmin_pages:edit", args=[section.society_id])
    assert "/leave/" not in browser.get(edit).content.decode()
    assert browser.get(leaving(section.society)).status_code == 302
    assert leave(browser, section).status_code == 302


# Deleting


@pytest.mark.parametrize("who", ["Communications", "root"])
def test_the_page_of_a_society_cannot_be_deleted(section, who):
    browser = logged_in(builders.superuser() if who == "root" else builders.user_in(who))
    for page in (section.society, section.society.get_parent()):
        address = reverse("wagtailadmin_pages:delete", args=[page.pk])
        for answer in (browser.get(address, follow=True), browser.post(address, follow=True)):
            assert "The membership history needs the page of each society." in text_of(answer)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    browser.post(f"{bulk}?id={section.society_id}")
    assert Page.objects.filter(pk=section.society_id).exists()


def test_nor_can_it_without_a_history_while_it_has_a_section(section, communications):
    Membership.objects.of(section.society).delete()
    address = reverse("wagtailadmin_pages:delete", args=[section.society_id])
    assert communications.post(address).status_code == 302
    assert Page.objects.filter(pk=section.society_id).exists()


def test_its_translation_can_be_deleted(section, communications):
    page = builders.translate(section.society)
    communications.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not Page.objects.filter(pk=page.pk).exists()
    assert len(history(section)) == 1


@pytest.mark.parametrize("part", ["drafts", "published"])
def test_its_collections_cannot_be_deleted(section, communications, part):
    collection = getattr(section, part)
    address = reverse("wagtailadmin_collections:delete", args=[collection.pk])
    assert "The files of Society of Tests" in text_of(communications.get(address))
    assert communications.post(address).status_code == 403
    assert type(collection).objects.filter(pk=collection.pk).exists()
