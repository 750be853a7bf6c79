"""What pledge officers do to one pledge, and who else may not."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from forms import by_officers, pledge_states
from forms.models import OutgoingMail, Pledge, SuppressedAddress
from forms.outbox import suppression
from tests import builders
from tests.builders import pledge_answers
from tests.conftest import logged_in
from tests.forms.signers import key_in, last_mail, link_to
from tests.markup import soup, text_of, words

LIST = "/admin/forms/pledge/"
ACTS = ["ask_again", "genuine", "mark_invalid", "count_again", "erase"]
LABELS = {
    "ask_again": "Ask again",
    "genuine": "It is genuine",
    "mark_invalid": "Mark invalid",
    "count_again": "Count again",
    "erase": "Erase",
}
# By the state that a pledge is in, what is offered.
OFFERED = {
    "pending": {"ask_again", "mark_invalid", "erase"},
    "suspect": {"genuine", "mark_invalid", "erase"},
    "confirmed": {"mark_invalid", "erase"},
    "withdrawn": {"erase"},
    "invalid": {"erase"},
    "invalid once confirmed": {"count_again", "erase"},
    "erased": set(),
}


@pytest.fixture
def pledge(site, client):
    client.post("/commit/", pledge_answers())
    return Pledge.objects.get()


@pytest.fixture
def officer(site):
    return logged_in(builders.user_in("Pledge officers", email="officer@example.org"))


@pytest.fixture
def press(officer):
    """Press a button of a row, and the one that the question behind it has."""

    def press(act, pledge):
        assert officer.get(address(act, pledge)).status_code == 200
        return text_of(officer.post(address(act, pledge), follow=True))

    return press


def address(act, pledge):
    return reverse(f"forms_pledge_{act}", args=[pledge.pk])


def bring_into(state, pledge):
    if state in ("confirmed", "invalid once confirmed", "erased"):
        pledge_states.confirm(pledge)
    if state.startswith("invalid"):
        pledge_states.invalidate(pledge)
    if state == "withdrawn":
        pledge_states.withdraw(pledge)
    if state == "erased":
        pledge_states.erase(pledge)
    if state == "suspect":
        Pledge.objects.update(is_suspect=True)
        OutgoingMail.objects.all().delete()


def status():
    return Pledge.objects.get().status


@pytest.mark.parametrize("state", OFFERED)
def test_a_row_offers_what_fits_and_nothing_else_can_be_done(pledge, officer, state):
    bring_into(state, pledge)
    offered = {act for act in ACTS if address(act, pledge) in links(officer.get(LIST))}
    inspected = links(officer.get(reverse("forms_pledge_modeladmin_inspect", args=[pledge.pk])))
    assert offered == OFFERED[state]
    assert {act for act in ACTS if address(act, pledge) in inspected} == offered
    before = list(Pledge.objects.values())
    for act in set(ACTS) - offered:
        officer.post(address(act, pledge))
    assert list(Pledge.objects.values()) == before
    assert not ModelLogEntry.objects.filter(action__startswith="forms.").exists()


def links(page):
    return {link["href"] for link in soup(page).select("a[href]")}


@pytest.mark.parametrize("role", ["Communications", "Administrators"])
def test_nobody_else_may_ask_or_act(pledge, role):
    browser = logged_in(builders.user_in(role))
    before = list(Pledge.objects.values())
    for act in ACTS:
        for response in (browser.get(address(act, pledge)), browser.post(address(act, pledge))):
            assert response.status_code == 302
            assert "Ada" not in response.content.decode()
    assert list(Pledge.objects.values()) == before


@pytest.mark.parametrize("act", ACTS)
def test_opening_a_question_changes_nothing_and_is_kept_by_nobody(pledge, officer, act):
    before = list(Pledge.objects.values()), OutgoingMail.objects.count()
    response = officer.get(address(act, pledge))
    assert "Ada Roe" in text_of(response)
    assert "no-store" in response["Cache-Control"]
    assert (list(Pledge.objects.values()), OutgoingMail.objects.count()) == before


def test_asking_again_sends_the_mail_with_the_link_three_times_at_most(pledge, press, client):
    for number in (1, 2, 3):
        assert f"Pledge {pledge.pk}: the mail waits" in press("ask_again", pledge)
        mail = last_mail()
        assert (mail.recipient, mail.key) == (pledge.email, f"pledge:{pledge.pk}:staff:{number}")
        assert client.get(link_to("confirm", mail)).status_code == 200
    before = OutgoingMail.objects.count()
    assert "Nothing was done" in press("ask_again", pledge)
    assert OutgoingMail.objects.count() == before


def test_two_officers_at_once_ask_once(pledge, officer):
    stale = Pledge.objects.get()
    user = builders.user_in("Pledge officers")
    by_officers.ask_again(stale, user)
    with pytest.raises(by_officers.NothingDoneError):
        by_officers.ask_again(stale, user)
    assert OutgoingMail.objects.filter(key__contains=":staff:").count() == 1


def test_a_suppressed_address_is_not_asked_and_the_officer_hears_of_it(pledge, press):
    suppression.suppress(pledge.email, SuppressedAddress.Reason.ASKED)
    assert "This address gets no mail at present" in press("ask_again", pledge)
    assert not OutgoingMail.objects.filter(key__contains=":staff:").exists()
    assert Pledge.objects.get().asked_by_staff == 0


def test_nobody_is_asked_to_open_a_page_that_is_not_there(pledge, press):
    pledge.page.unpublish()
    assert "Nothing was done" in press("ask_again", pledge)


def test_an_invalid_pledge_does_not_count_and_its_link_is_closed(pledge, press, client):
    link = link_to("confirm")
    client.post("/commit/confirm/", {"key": key_in(link), "act": "confirm"})
    press("mark_invalid", pledge)
    assert (status(), Pledge.objects.counted().count()) == ("invalid", 0)
    assert Pledge.objects.get().invalidated_at
    assert client.get(link).status_code == 410
    client.post("/commit/confirm/", {"key": key_in(link), "act": "confirm"})
    assert status() == "invalid"


def test_it_is_counted_again_as_it_was(pledge, press):
    pledge_states.confirm(pledge)
    before = Pledge.objects.values().get()
    press("mark_invalid", pledge)
    press("count_again", pledge)
    assert Pledge.objects.values().get() == before


def test_a_genuine_pledge_gets_its_mail_in_its_language(pledge, press, client):
    bring_into("suspect", pledge)
    Pledge.objects.update(language="es")
    press("genuine", pledge)
    mail = OutgoingMail.objects.get()
    assert (mail.purpose, mail.recipient) == ("pledge", pledge.email)
    assert '<html lang="es">' in mail.html
    client.post("/commit/confirm/", {"key": key_in(link_to("confirm")), "act": "confirm"})
    assert status() == "confirmed"


def test_time_begins_anew_for_a_genuine_pledge(pledge, press):
    bring_into("suspect", pledge)
    before = pledge.pending_since
    press("genuine", pledge)
    row = Pledge.objects.get()
    assert before < row.pending_since == row.last_asked_at


def test_erasing_a_confirmed_pledge_leaves_a_count(pledge, press):
    pledge_states.confirm(pledge)
    press("erase", pledge)
    row = Pledge.objects.counted().get()
    assert (row.name, row.email) == ("", None)
    assert not OutgoingMail.objects.exists()


def test_erasing_any_other_leaves_nothing(pledge, press):
    press("ask_again", pledge)
    press("erase", pledge)
    assert not Pledge.objects.exists()
    assert not OutgoingMail.objects.exists()


def test_each_act_is_logged_with_who_and_without_the_signer(pledge, press):
    press("ask_again", pledge)
    pledge_states.confirm(pledge)
    press("mark_invalid", pledge)
    press("count_again", pledge)
    entries = list(ModelLogEntry.objects.filter(action__startswith="forms.").order_by("pk"))
    assert [entry.action for entry in entries] == [
        "forms.ask_again",
        "forms.mark_invalid",
        "forms.count_again",
    ]
    for entry in entries:
        assert entry.user.email == "officer@example.org"
        assert (entry.label, entry.data) == (f"Pledge {pledge.pk}", {})


def test_the_log_forgets_what_is_erased_but_who_erased_it(pledge, press):
    press("ask_again", pledge)
    press("erase", pledge)
    entry = ModelLogEntry.objects.get(action__startswith="forms.")
    assert (entry.action, entry.label) == ("forms.erase", f"Pledge {pledge.pk}")


def test_what_the_signer_erases_the_log_forgets_too(pledge, press, client):
    press("ask_again", pledge)
    key = key_in(link_to("yours"))
    client.post("/commit/yours/", {"key": key, "act": "erase"})
    assert not ModelLogEntry.objects.filter(action__startswith="forms.").exists()


def test_the_report_of_the_site_says_it_in_words(pledge, press, officer):
    press("mark_invalid", pledge)
    rows = soup(logged_in(builders.superuser()).get("/admin/reports/site-history/"))
    assert "Marked invalid" in words(rows)
    assert "Ada Roe" not in words(rows)
