"""A pledge counts once the owner of its address confirms it: by the link, or by the code."""

import time
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import signing
from django.core.management import call_command
from django.utils import timezone

from forms import pledge_states
from forms.models import OutgoingMail, Pledge, PledgePage, Tally
from tests import builders
from tests.builders import pledge_answers
from tests.forms.signers import (
    asked_long_ago,
    code_in,
    everything,
    key_in,
    last_mail,
    link_to,
    links_of,
)
from tests.markup import soup, text_of

CONFIRM = "/commit/confirm/"


@pytest.fixture
def sign(site, client):
    return lambda **answers: client.post("/commit/", pledge_answers(**answers))


@pytest.fixture
def signed(sign):
    """The address of somebody who signed and has not confirmed."""
    sign()
    return "ada@example.org"


@pytest.fixture
def press(client):
    """Open a link, press the button with these words, and follow where that leads."""

    def press(link, button):
        page = soup(client.get(link))
        form = page.find("button", string=button).find_parent("form")
        boxes = {box["name"]: box["value"] for box in form.select("[name]")}
        return client.post(form["action"], boxes, follow=True)

    return press


def status():
    return Pledge.objects.get().status


def type_code(client, email, code):
    return client.post(CONFIRM, {"email": email, "code": code})


# The link


def test_pressing_the_button_behind_the_link_confirms(signed, press):
    assert status() == "pending"
    response = press(link_to("confirm"), "Confirm my commitment")
    assert "Your commitment is confirmed" in text_of(response)
    pledge = Pledge.objects.get()
    assert pledge.status == "confirmed"
    assert pledge.confirmed_at <= timezone.now()


def test_confirming_twice_is_harmless_and_says_so(signed, press, client):
    link = link_to("confirm")
    press(link, "Confirm my commitment")
    before = everything()
    for response in (
        client.get(link),
        client.post(CONFIRM, {"key": key_in(link), "act": "confirm"}, follow=True),
    ):
        assert "There is nothing more to do" in text_of(response)
    assert everything() == before


def test_the_page_shows_what_is_confirmed(signed, client, site):
    page = text_of(client.get(link_to("confirm")))
    assert PledgePage.objects.get().pledge in page
    assert "Signed as Ada Roe" in page


def test_this_was_not_me_deletes_everything_at_once(signed, press, client):
    link = link_to("confirm")
    response = press(link, "This was not me: delete it")
    assert "Your data is deleted" in text_of(response)
    assert not Pledge.objects.exists()
    assert not OutgoingMail.objects.exists()
    assert client.get(link).status_code == 410


def test_who_did_not_sign_can_sign_later(signed, press, sign):
    press(link_to("confirm"), "This was not me: delete it")
    sign()
    assert (status(), OutgoingMail.objects.get().purpose) == ("pending", "pledge")


def test_a_scanner_that_opens_every_link_twice_changes_nothing(sign, client):
    sign()
    sign()
    pledge_states.confirm(Pledge.objects.get())
    sign(email="ben@example.org")
    asked_long_ago(days=6)
    call_command("remind_signers", verbosity=0)
    before = everything()
    opened = {link for mail in OutgoingMail.objects.all() for link in links_of(mail)}
    assert len([link for link in opened if "?key=" in link]) >= 2
    for link in sorted(opened) * 2:
        assert client.get(link).status_code == 200, link
        assert client.head(link).status_code == 200, link
    assert everything() == before


@pytest.mark.parametrize("change", [lambda key: key + "x", lambda key: key[:-1], lambda key: ""])
def test_a_changed_key_opens_nothing(signed, client, change):
    key = change(key_in(link_to("confirm")))
    for response in (client.get(CONFIRM, {"key": key}), client.post(CONFIRM, {"key": key})):
        assert response.status_code == 410
        assert "This link no longer works" in text_of(response)
    assert status() == "pending"


@pytest.mark.parametrize("key", ["\x00", "1:2:3", "x" * 10_000, "é:é", "::::", "1"])
def test_nonsense_is_no_key(site, client, key):
    assert client.get(CONFIRM, {"key": key}).status_code == 410


def test_a_key_of_another_purpose_opens_nothing(signed, client):
    pledge = Pledge.objects.get()
    said = f"{pledge.pk}:{pledge.secret}:{pledge.times_withdrawn}"
    for salt in ("members.invitation", "forms.pledge", "django.core.signing"):
        key = signing.TimestampSigner(salt=salt).sign(said)
        assert client.post(CONFIRM, {"key": key, "act": "confirm"}).status_code == 410
    assert status() == "pending"


def test_the_link_runs_out(signed, client, monkeypatch):
    link, now = link_to("confirm"), time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + 31 * 24 * 3600)
    assert client.get(link).status_code == 410
    assert client.post(CONFIRM, {"key": key_in(link), "act": "confirm"}).status_code == 410
    assert status() == "pending"


def test_a_link_from_before_a_withdrawal_does_not_bring_the_pledge_back(signed, press, client):
    link = link_to("confirm")
    press(link, "Confirm my commitment")
    Pledge.objects.update(status="withdrawn", times_withdrawn=1)
    assert client.post(CONFIRM, {"key": key_in(link), "act": "confirm"}).status_code == 410
    assert status() == "withdrawn"


def test_a_link_of_an_invalid_pledge_is_closed(signed, client):
    Pledge.objects.update(status="invalid")
    assert client.get(link_to("confirm")).status_code == 410
    type_code(client, signed, code_in())
    assert status() == "invalid"


def test_the_page_of_a_link_is_kept_and_told_by_nobody(signed, client):
    for address in (link_to("confirm"), CONFIRM, f"{CONFIRM}?key=wrong"):
        response = client.get(address)
        assert "no-store" in response["Cache-Control"]
        assert response["Referrer-Policy"] == "strict-origin"
        assert soup(response).select_one("meta[name=robots]")["content"] == "noindex"
        assert "key=" not in soup(response).select_one("link[rel=canonical]")["href"]
        assert not response.cookies


def test_another_sites_page_cannot_press_the_button(signed, client):
    key = key_in(link_to("confirm"))
    headers = {"Sec-Fetch-Site": "cross-site"}
    response = client.post(CONFIRM, {"key": key, "act": "confirm"}, headers=headers)
    assert (response.status_code, status()) == (403, "pending")


# The code


@pytest.mark.parametrize("way", [str, str.lower, lambda code: f" {code[:3]}-{code[3:]} "])
def test_the_code_confirms_however_it_is_typed(signed, client, way):
    response = client.post(CONFIRM, {"email": "ADA@example.org", "code": way(code_in())})
    assert response.status_code == 303
    assert "Your commitment is confirmed" in text_of(client.get(response["Location"]))
    assert status() == "confirmed"


def test_the_code_can_be_typed_on_the_thank_you_page(signed, client):
    form = soup(client.get("/commit/thank-you/")).select_one("main form")
    assert [box["name"] for box in form.select("input")] == ["email", "code"]
    client.post(form["action"], {"email": signed, "code": code_in()})
    assert status() == "confirmed"


def test_a_wrong_code_and_an_unknown_address_get_one_answer(signed, client):
    before = Tally.objects.count()
    wrong = type_code(client, signed, "222222")
    unknown = type_code(client, "eve@example.org", "222222")
    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert wrong.content.replace(b"ada@", b"eve@") == unknown.content
    assert Tally.objects.count() == before + 2


def test_five_hundred_guesses_confirm_nothing_and_close_the_code_for_the_day(
    signed, client, monkeypatch
):
    code = code_in()
    for number in range(500):
        assert type_code(client, signed, f"{number:06}").status_code == 422
    assert type_code(client, signed, code).status_code == 422
    assert status() == "pending"
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    assert type_code(client, signed, code).status_code == 303


def test_the_tenth_attempt_is_the_last(signed, client):
    for _ in range(9):
        type_code(client, signed, "222222")
    assert type_code(client, signed, code_in()).status_code == 303


@pytest.mark.parametrize(("days", "answer"), [(7, 303), (14, 422)])
def test_a_code_works_for_a_week_at_least_and_two_at_most(
    signed, client, monkeypatch, days, answer
):
    code, later = code_in(), timezone.now() + timedelta(days=days)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert type_code(client, signed, code).status_code == answer


def test_a_code_is_for_one_address_only(sign, client):
    sign()
    sign(email="ben@example.org")
    code = code_in(last_mail(recipient="ben@example.org"))
    assert type_code(client, "ada@example.org", code).status_code == 422
    assert not Pledge.objects.counted().exists()


def test_the_code_is_not_in_the_row(signed):
    code = code_in()
    row = Pledge.objects.values().get()
    assert code not in str(row)


def test_both_forms_of_a_mail_show_the_code_alone_on_a_line(signed):
    html = BeautifulSoup(last_mail().html, "html.parser")
    assert code_in() in [paragraph.get_text(strip=True) for paragraph in html.select("p")]


def test_every_mail_shows_the_same_code(sign):
    sign()
    sign()
    assert len({code_in(mail) for mail in OutgoingMail.objects.all()}) == 1


@pytest.mark.parametrize("fields", [{}, {"email": "x", "code": "222222"}, {"code": "x" * 10_000}])
def test_bad_input_is_a_clear_error(site, client, fields):
    response = client.post(CONFIRM, fields)
    assert response.status_code == 422
    assert soup(response).select_one("[role=alert]")


# Reminders, and the end of waiting


def remind():
    call_command("remind_signers", verbosity=0)


def test_two_reminders_and_no_more(signed):
    for _ in range(4):
        Pledge.objects.update(last_asked_at=timezone.now() - timedelta(days=6))
        remind()
        remind()
    reminders = OutgoingMail.objects.filter(purpose="pledge_reminder")
    assert [mail.key.rpartition(":")[2] for mail in reminders] == ["1", "2"]
    assert PledgePage.objects.get().pledge in reminders[0].text
    assert link_to("confirm", reminders[0])


@pytest.mark.parametrize("state", ["confirmed", "withdrawn", "invalid"])
def test_only_who_is_pending_is_reminded_or_dropped(signed, state):
    Pledge.objects.update(status=state)
    asked_long_ago(days=400)
    remind()
    assert OutgoingMail.objects.count() == 1
    assert status() == state


def test_nobody_is_reminded_too_soon(signed):
    asked_long_ago(days=4)
    remind()
    assert OutgoingMail.objects.count() == 1


def test_what_nobody_confirms_is_dropped_with_its_mail(signed, settings):
    asked_long_ago(days=29)
    remind()
    assert Pledge.objects.exists()
    asked_long_ago(days=31)
    remind()
    assert not Pledge.objects.exists()
    assert not OutgoingMail.objects.exists()


def test_a_reminder_is_in_the_signers_language(site, client):
    spanish = builders.translate(PledgePage.objects.get(), title="Comprométase", pledge="Actuar.")
    client.post("/es/commit/", pledge_answers(spanish))
    asked_long_ago(days=6)
    remind()
    mail = last_mail(purpose="pledge_reminder")
    assert '<html lang="es">' in mail.html
    assert link_to("confirm", mail).startswith("/es/commit/confirm/")


def test_old_tallies_are_forgotten(signed, client, monkeypatch):
    type_code(client, signed, "222222")
    remind()
    assert Tally.objects.exists()
    later = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    remind()
    assert not Tally.objects.exists()


def test_a_key_says_nothing_personal(signed):
    link = link_to("confirm")
    assert "@" not in link
    assert "example" not in link
