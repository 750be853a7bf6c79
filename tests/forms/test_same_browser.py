"""Who got no mail asks once more, or corrects the address, in the browser that sent the form."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forms import pledge_states, this_browser
from forms.models import OutgoingMail, Pledge
from forms.reminders import MISTYPED_KEPT
from tests.builders import pledge_answers
from tests.forms.signers import asked_long_ago, everything
from tests.markup import soup

AGAIN, CORRECT, THANKS = "/commit/again/", "/commit/again/correct/", "/commit/thank-you/"


@pytest.fixture
def browser(site):
    """A browser that signed with a mistyped address."""
    browser = Client()
    browser.post("/commit/", pledge_answers(email="adda@example.org"))
    assert Pledge.objects.count() == 1
    return browser


def seen(response):
    return response.status_code, response.headers.get("Location"), response.content


def purposes():
    return list(OutgoingMail.objects.order_by("pk").values_list("purpose", flat=True))


def test_the_thank_you_page_offers_both(browser):
    page = soup(browser.get(THANKS))
    assert page.select_one(f"form[action='{AGAIN}'] button")
    assert page.select_one(f"a[href='{CORRECT}']")


def test_the_thank_you_page_is_the_same_for_everyone(browser, client):
    assert browser.get(THANKS).content == client.get(THANKS).content
    assert not browser.get(THANKS).cookies


def test_the_cookie_says_nothing_and_goes_nowhere_else(browser):
    cookie = browser.cookies[this_browser.COOKIE]
    assert (cookie["path"], cookie["samesite"], cookie["httponly"]) == (
        "/commit/again/",
        "Strict",
        True,
    )
    assert "adda" not in cookie.value
    assert cookie["max-age"] <= 24 * 60 * 60


# Once more


def test_the_mail_is_sent_again(browser):
    asked_long_ago(minutes=11)
    assert browser.post(AGAIN)["Location"] == THANKS
    assert purposes() == ["pledge", "pledge_pending"]


def test_not_sooner_than_after_ten_minutes_and_not_for_ever(browser):
    browser.post(AGAIN)
    assert purposes() == ["pledge"]
    for _time in range(6):
        asked_long_ago(minutes=11)
        browser.post(AGAIN)
    assert purposes() == ["pledge"] + ["pledge_pending"] * 3


@pytest.mark.parametrize("state", ["confirmed", "removed", "too late", "no cookie", "forged"])
def test_otherwise_nothing_is_sent_and_the_answer_is_the_same(browser, state):
    asked_long_ago(minutes=11)
    pledge = Pledge.objects.get()
    if state == "confirmed":
        pledge_states.confirm(pledge)
    elif state == "removed":
        pledge_states.remove(pledge)
    elif state == "too late":
        Pledge.objects.update(created_at=timezone.now() - timedelta(hours=25))
    elif state == "forged":
        browser.cookies[this_browser.COOKIE] = f"{pledge.secret}:x"
    else:
        browser.cookies.clear()
    before = everything()
    assert seen(browser.post(AGAIN)) == (303, THANKS, b"")
    assert everything() == before


def test_another_browser_cannot_ask_for_it(browser, client):
    asked_long_ago(minutes=11)
    client.post("/commit/", pledge_answers(email="adda@example.org", name="Somebody else"))
    before = purposes()
    asked_long_ago(minutes=11)
    client.post(AGAIN)
    assert purposes() == before


def test_looking_changes_nothing(browser):
    before = everything()
    for address in (AGAIN, CORRECT):
        assert browser.get(address).status_code == 200
        assert "no-store" in browser.get(address)["Cache-Control"]
    assert everything() == before


# The right address


def correct(browser, **changes):
    return browser.post(CORRECT, pledge_answers(**changes))


def test_the_right_address_gets_the_mail_and_the_wrong_one_no_more(browser):
    assert correct(browser)["Location"] == THANKS
    to = dict(OutgoingMail.objects.values_list("recipient", "purpose"))
    assert to == {"ada@example.org": "pledge"}
    wrong = Pledge.objects.get(email="adda@example.org")
    Pledge.objects.filter(pk=wrong.pk).update(last_asked_at=timezone.now() - timedelta(days=6))
    call_command("remind_signers", verbosity=0)
    assert not OutgoingMail.objects.filter(recipient="adda@example.org").exists()


def test_what_was_mistyped_is_deleted_after_two_days(browser, monkeypatch):
    correct(browser)
    later = timezone.now() + MISTYPED_KEPT + timedelta(minutes=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    call_command("remind_signers", verbosity=0)
    assert [pledge.email for pledge in Pledge.objects.all()] == ["ada@example.org"]


def test_the_same_address_again_is_the_form_again(browser):
    before = Pledge.objects.values().get()
    correct(browser, email="adda@example.org")
    assert Pledge.objects.values().get() == before
    assert purposes() == ["pledge"]


def test_to_and_fro_no_address_gets_a_second_mail(browser):
    for email in ("ada@example.org", "adda@example.org") * 3:
        correct(browser, email=email)
        OutgoingMail.objects.update(state="sent")
    recipients = OutgoingMail.objects.values_list("recipient", flat=True)
    assert sorted(recipients) == ["ada@example.org", "adda@example.org"]


def test_a_pledge_that_was_confirmed_stays(browser):
    pledge_states.confirm(Pledge.objects.get())
    correct(browser)
    assert Pledge.objects.get(email="adda@example.org").status == "confirmed"


def test_another_browser_corrects_nothing_of_ours(browser, client):
    client.post("/commit/", pledge_answers(email="adda@example.org", name="Somebody else"))
    correct(client, email="else@example.org")
    pledge = Pledge.objects.get(email="adda@example.org")
    assert pledge.reminders == 0
    assert OutgoingMail.objects.filter(recipient="adda@example.org").exists()


def test_a_mistake_in_the_form_is_named_and_nothing_is_done(browser):
    before = everything()
    response = correct(browser, email="nobody")
    assert response.status_code == 422
    form = soup(response).select_one(f"form[action='{CORRECT}']")
    assert form.select_one("[name=name]")["value"] == "Ada Roe"
    assert everything() == before


def test_the_same_form_sent_twice_is_answered_with_the_same_cookie(site):
    answers = pledge_answers()
    cookies = {Client().post("/commit/", answers).cookies.output() for _ in range(3)}
    assert len(cookies) <= 2  # they differ in the second in which they end, and in nothing else
    values = {Client().post("/commit/", answers).cookies[this_browser.COOKIE].value for _ in "ab"}
    assert len(values) == 1


def test_an_address_that_was_right_after_all_is_kept_as_long_as_any(browser, monkeypatch):
    correct(browser)
    browser.post("/commit/", pledge_answers(email="adda@example.org", name="Ada"))
    later = timezone.now() + MISTYPED_KEPT + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    call_command("remind_signers", verbosity=0)
    assert Pledge.objects.filter(email="adda@example.org").exists()


def test_asking_again_is_the_same_work_whether_there_was_a_pledge_or_not(browser, client):
    client.post("/commit/", pledge_answers(email="adda@example.org", name="Somebody else"))
    asked_long_ago(minutes=11)

    def rendered(of):
        with CaptureQueriesContext(connection) as captured:
            of.post(AGAIN)
        return [query["sql"] for query in captured if "coalitionsettings" in query["sql"]]

    assert len(rendered(client)) == len(rendered(browser)) > 0
