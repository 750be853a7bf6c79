"""The staff tables of invitations and of the membership history."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from members import invitations
from members.models import Invitation, Membership
from tests import builders
from tests.conftest import logged_in
from tests.markup import soup, text_of, words

LONG = "x" * 10_000
INVITATIONS = "/admin/members/invitation/"
HISTORY = "/admin/members/membership/"
NUMBERS = ["0", "999999", "9" * 30, "9" * 5000, "x", "-1", "1.5", "١"]


@pytest.fixture
def section(site):
    return builders.section(slug="tests", start=date(2024, 1, 1))


@pytest.fixture
def invited(section):
    return builders.invitation(section)


@pytest.fixture
def in_each_state(section):
    """An invitation in each state, to an address that says which."""
    made = {state: builders.invitation(section, f"{state}@example.org") for state in STATES}
    past = timezone.now() - timedelta(days=1)
    Invitation.objects.filter(pk=made["expired"].pk).update(expires_at=past)
    invitations.revoke(made["revoked"])
    invitations.accept_as_new(made["accepted"], {"password": None})
    return made


STATES = Invitation.State.values


def rows(response):
    """The text of each row of a table."""
    return [words(row) for row in soup(response).select("tbody tr")]


def ask(invitation, what):
    return reverse(f"members_{what}", args=[invitation.pk])


def error_beside(response, field):
    assert response.status_code == 200
    panel = soup(response).select_one(f"[name={field}]").find_parent(class_="w-field__wrapper")
    return words(panel.select_one(".w-field__errors"))


# Invitations


def test_the_table_says_who_was_invited_to_what_and_what_became_of_it(
    in_each_state, communications
):
    shown = rows(communications.get(INVITATIONS))
    assert len(shown) == 4
    for state in STATES:
        row = next(row for row in shown if f"{state}@example.org" in row)
        assert "Society of Tests" in row
        assert row.endswith(state)


@pytest.mark.parametrize("state", STATES)
def test_it_can_be_filtered_by_state(in_each_state, communications, state):
    (row,) = rows(communications.get(INVITATIONS, {"state": state}))
    assert f"{state}@example.org" in row


@pytest.mark.parametrize(("asked", "found"), [("open@", 1), ("of tests", 4), ("nobody", 0)])
def test_it_can_be_searched(in_each_state, communications, asked, found):
    assert len(rows(communications.get(INVITATIONS, {"q": asked}))) == found


@pytest.mark.parametrize(("state", "offered"), [*zip(STATES, [2, 0, 2, 0], strict=True)])
def test_a_row_offers_what_can_still_be_done(in_each_state, communications, state, offered):
    row = soup(communications.get(INVITATIONS, {"state": state})).select_one("tbody tr")
    links = [link["href"] for link in row.select("a")]
    one = in_each_state[state]
    assert links == [ask(one, "send_again"), ask(one, "revoke")][:offered]


def test_many_invitations_cost_no_more_queries(section, communications):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            communications.get(INVITATIONS)
        return len(captured)

    builders.invitation(section)
    queries()
    before = queries()
    for number in range(20):
        builders.invitation(section, f"n{number}@example.org")
    assert queries() == before


def invite(browser, section, email="ada@example.org"):
    return browser.post(f"{INVITATIONS}create/", {"section": section.pk, "email": email})


def test_staff_invite_an_editor(section, communications, mailoutbox):
    response = invite(communications, section, "Ada@Example.org")
    assert (response.status_code, response.url) == (302, INVITATIONS)
    invited = Invitation.objects.get()
    assert (invited.section, invited.email) == (section, "ada@example.org")
    assert invited.invited_by is not None
    assert mailoutbox[0].to == ["ada@example.org"]
    text = text_of(communications.get(INVITATIONS))
    assert "ada@example.org was invited to edit the page of Society of Tests." in text


def test_inviting_again_sends_the_same_invitation_again(invited, communications, mailoutbox):
    assert invite(communications, invited.section).status_code == 302
    assert (Invitation.objects.count(), len(mailoutbox)) == (1, 2)


WRONG = [
    ("email", "nobody", "Enter a valid email address."),
    ("email", "", "This field is required."),
    ("email", f"{LONG}@example.org", "at most"),
    ("email", "a\x00@example.org", "Null characters are not allowed."),
    ("email", "a@b.example\nBcc: all@example.org", "Enter a valid email address."),
    ("section", "", "This field is required."),
    *(("section", number, "Select a valid choice.") for number in NUMBERS[:-1]),
    ("section", "\x00", "Null characters are not allowed."),
]


@pytest.mark.parametrize(("field", "value", "error"), WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_is_said_beside_it(section, communications, mailoutbox, field, value, error):
    answers = {"section": section.pk, "email": "ada@example.org", field: value}
    response = communications.post(f"{INVITATIONS}create/", answers)
    assert error in error_beside(response, field)
    assert (Invitation.objects.count(), mailoutbox) == (0, [])


def test_who_edits_it_already_is_not_invited(section, communications):
    builders.society_editor(section.society, email="ada@example.org")
    response = invite(communications, section, "ADA@example.org")
    assert "edits the page of this society already" in error_beside(response, "email")


def test_nor_is_a_closed_account(section, communications):
    builders.user_in(email="ada@example.org", is_active=False)
    assert "An administrator closed" in error_beside(invite(communications, section), "email")


def test_without_the_mail_nobody_is_invited(section, communications, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", 1
    response = invite(communications, section)
    assert response.status_code == 200
    assert "The mail could not be written" in text_of(response)
    assert not Invitation.objects.exists()


def test_sending_again_asks_first(invited, communications, mailoutbox):
    before = Invitation.objects.values().get()
    response = communications.get(ask(invited, "send_again"))
    assert "to ada@example.org once more?" in text_of(response)
    assert (Invitation.objects.values().get(), len(mailoutbox)) == (before, 1)


def test_sending_again_mails_another_link(invited, communications, mailoutbox):
    response = communications.post(ask(invited, "send_again"), follow=True)
    assert "was sent to ada@example.org again" in text_of(response)
    assert invitations.key_of(invited) not in mailoutbox[1].body
    assert invitations.key_of(Invitation.objects.get()) in mailoutbox[1].body


def test_revoking_asks_first(invited, communications):
    text = text_of(communications.get(ask(invited, "revoke")))
    assert "Revoke the invitation of ada@example.org" in text
    assert Invitation.objects.get().state == Invitation.State.OPEN


def test_revoking_ends_the_link(invited, communications, mailoutbox):
    response = communications.post(ask(invited, "revoke"), follow=True)
    assert "The invitation of ada@example.org was revoked." in text_of(response)
    assert Client().get("/invitation/", {"key": invitations.key_of(invited)}).status_code == 410
    assert len(mailoutbox) == 1


@pytest.mark.parametrize("what", ["send_again", "revoke"])
@pytest.mark.parametrize("state", ["accepted", "revoked"])
def test_what_has_ended_stays_as_it_is(in_each_state, communications, mailoutbox, what, state):
    one, sent = in_each_state[state], len(mailoutbox)
    response = communications.post(ask(one, what), follow=True)
    assert "Nothing was done." in text_of(response)
    assert Invitation.objects.get(pk=one.pk).state == state
    assert len(mailoutbox) == sent


def test_without_the_mail_the_older_link_goes_on(invited, communications, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", 1
    response = communications.post(ask(invited, "send_again"), follow=True)
    assert "The mail could not be written" in text_of(response)
    assert Client().get("/invitation/", {"key": invitations.key_of(invited)}).status_code == 200


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("what", ["send-again", "revoke"])
def test_invitations_that_there_are_not_are_not_found(invited, communications, what, number):
    for method in (communications.get, communications.post):
        assert method(f"{INVITATIONS}{number}/{what}/").status_code == 404


@pytest.mark.parametrize("view", ["edit", "delete"])
def test_nobody_edits_or_deletes_an_invitation(invited, view):
    before = Invitation.objects.values().get()
    browser, address = logged_in(builders.superuser()), f"{INVITATIONS}{view}/{invited.pk}/"
    assert browser.get(address).status_code == 302
    browser.post(address, {"section": invited.section_id, "email": "eve@example.org"})
    assert Invitation.objects.values().get() == before


# Membership history


def period(section, **changes):
    """What staff type for a period before the one that the society has."""
    dates = {"start": "2020-01-01", "end": "2023-12-31"}
    answers = {"society": section.society_id, "level": "prospective", "source": "Minutes"}
    return {**answers, **dates, **changes}


def test_the_table_shows_all_periods(section, communications):
    shown = rows(communications.get(HISTORY))
    assert len(shown) == Membership.objects.count()
    mine = next(row for row in shown if row.startswith("Society of Tests"))
    assert "Member" in mine  # no level is recorded
    assert "Jan. 1, 2024" in mine


def test_it_is_filtered_by_level_also_where_none_is_recorded(section, communications):
    assert len(rows(communications.get(HISTORY, {"level": "convenor"}))) == 1
    unrecorded = Membership.objects.filter(level="").count()
    assert len(rows(communications.get(HISTORY, {"level": "none"}))) == unrecorded > 1


def test_it_is_searched_by_society(section, communications):
    assert len(rows(communications.get(HISTORY, {"q": "of tests"}))) == 1


def test_staff_add_change_and_delete_a_period(section, communications):
    assert communications.post(f"{HISTORY}create/", period(section)).status_code == 302
    added = Membership.objects.get(level="prospective")
    assert (added.start, added.end) == (date(2020, 1, 1), date(2023, 12, 31))
    edit, delete = f"{HISTORY}edit/{added.pk}/", f"{HISTORY}delete/{added.pk}/"
    assert communications.post(edit, period(section, source="A letter")).status_code == 302
    added.refresh_from_db()
    assert added.source == "A letter"
    assert "A letter" in communications.get(edit).content.decode()
    assert communications.get(f"{HISTORY}history/{added.pk}/").status_code == 200
    assert communications.get(delete).status_code == 200
    assert Membership.objects.filter(pk=added.pk).exists()
    assert communications.post(delete).status_code == 302
    assert not Membership.objects.filter(pk=added.pk).exists()


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"end": "2024-01-01"}, "Another period of this society shares days with this one."),
        ({"end": ""}, "Another period of this society shares days with this one."),
        ({"start": "2023-12-31", "end": "2020-01-01"}, "The last day lies before the first."),
    ],
)
def test_periods_that_cannot_be_are_refused(section, communications, changes, error):
    before = Membership.objects.count()
    response = communications.post(f"{HISTORY}create/", period(section, **changes))
    assert response.status_code == 200
    assert error in text_of(response)
    own = section.society.memberships.get()
    address = f"{HISTORY}edit/{own.pk}/"
    backwards = period(section, start="2024-02-02", end="2024-02-01")
    assert "lies before the first" in text_of(communications.post(address, backwards))
    assert Membership.objects.count() == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("society", value) for value in [*NUMBERS, "", "\x00"]),
        ("level", "emperor"),
        ("level", "\x00"),
        ("start", "nonsense"),
        ("end", "\x00"),
        ("start", "99999-01-01"),
        ("source", ""),
        ("source", LONG),
        ("source", "a\x00"),
    ],
    ids=range(18),
)
def test_what_is_wrong_in_a_period_is_said_beside_it(section, communications, field, value):
    before = list(Membership.objects.values())
    response = communications.post(f"{HISTORY}create/", period(section, **{field: value}))
    assert error_beside(response, field)
    assert list(Membership.objects.values()) == before


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("view", ["edit", "delete", "history"])
def test_periods_that_there_are_not_are_not_found(communications, view, number):
    assert communications.get(f"{HISTORY}{view}/{number}/").status_code == 404
    assert communications.get(f"{INVITATIONS}{view}/{number}/").status_code == 404


# Both


@pytest.mark.parametrize("address", [INVITATIONS, HISTORY])
@pytest.mark.parametrize(
    "guess",
    [
        "nonce=x",
        "nonce__startswith=x",
        "section__group__user__password__startswith=md5",
        "society__owner__email=x",
        "invited_by__email__startswith=a",
        "state=emperor",
        "state__in=open,expired",
        "level=emperor",
        "level__startswith=c",
        "no_such_column=1",
    ],
)
def test_nothing_can_be_guessed_through_the_address(invited, communications, address, guess):
    assert communications.get(f"{address}?{guess}").status_code == 404


@pytest.mark.parametrize("address", [INVITATIONS, HISTORY])
@pytest.mark.parametrize(
    "query",
    [
        {"q": LONG},
        {"q": "\x00"},
        {"q": "%_\\'\""},
        {"p": "9" * 30},
        {"p": "-1"},
        {"p": "\x00"},
        {"o": "9" * 30},
        {"o": "-.-x"},
        {"o": "\x00"},
        {"e": "\x00", "export": "csv"},
    ],
    ids=range(10),
)
def test_odd_questions_to_a_table_are_answered(invited, communications, address, query):
    assert communications.get(address, query).status_code in (200, 404)


SCREENS = [
    INVITATIONS,
    f"{INVITATIONS}create/",
    f"{INVITATIONS}1/send-again/",
    f"{INVITATIONS}1/revoke/",
    HISTORY,
    f"{HISTORY}create/",
    f"{HISTORY}edit/1/",
    f"{HISTORY}delete/1/",
    f"{HISTORY}history/1/",
]


@pytest.mark.parametrize("address", SCREENS)
@pytest.mark.parametrize("who", ["editor", "no role", "anonymous"])
def test_these_screens_are_for_staff(section, mailoutbox, address, who):
    invited, own = builders.invitation(section), section.society.memberships.get()
    pk = invited.pk if address.startswith(INVITATIONS) else own.pk
    address = address.replace("/1/", f"/{pk}/")
    browser = Client() if who == "anonymous" else logged_in(builders.user_in())
    if who == "editor":
        browser = logged_in(builders.society_editor(section.society))
    before = [list(model.objects.values()) for model in (Invitation, Membership)]
    answers = {**period(section), "section": section.pk, "email": "eve@example.org"}
    for response in (browser.get(address), browser.post(address, answers)):
        assert response.status_code == 302
        assert response.url == "/admin/" or response.url.startswith("/admin/login/")
    assert [list(model.objects.values()) for model in (Invitation, Membership)] == before
    assert len(mailoutbox) == 1


@pytest.mark.parametrize("address", [*SCREENS, "/admin/members/add/", "/admin/members/0/leave/"])
def test_each_screen_asks_for_its_right_itself(section, address):
    """Not only the allow-list for societies' editors closes it."""
    ids = {
        INVITATIONS: builders.invitation(section).pk,
        HISTORY: section.society.memberships.get().pk,
    }
    start = next((start for start in ids if address.startswith(start)), "")
    address = address.replace("/1/", f"/{ids.get(start)}/").replace(
        "/0/", f"/{section.society_id}/"
    )
    staff = Group.objects.get(name="Communications")
    staff.permissions.remove(*Permission.objects.filter(content_type__app_label="members"))
    browser = logged_in(builders.user_in("Communications"))
    for response in (browser.get(address), browser.post(address, period(section))):
        assert (response.status_code, response.url) == (302, "/admin/")


def test_an_editors_menu_has_none_of_it(section):
    browser = logged_in(builders.society_editor(section.society))
    html = browser.get("/admin/").content.decode()
    assert INVITATIONS not in html
    assert HISTORY not in html


def test_staffs_menu_has_all_of_it(communications):
    html = communications.get("/admin/").content.decode()
    for address in (INVITATIONS, HISTORY, reverse("members_add")):
        assert address in html
