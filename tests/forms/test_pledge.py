"""Committing to act: what is written, what is answered, and what nobody learns."""

from datetime import date

import pytest
from django.db import DatabaseError

from forms import mails, pledge_states
from forms.models import OutgoingMail, Pledge, PledgePage
from members.models import MemberSocietyPage
from tests import builders
from tests.builders import pledge_answers
from tests.forms.signers import asked_long_ago
from tests.markup import soup, text_of, words

THANKS = "/commit/thank-you/"


@pytest.fixture
def page(site):
    return PledgePage.objects.get()


@pytest.fixture
def sign(site, client):
    """Post a pledge as a visitor's browser does."""
    return lambda **answers: client.post("/commit/", pledge_answers(**answers))


def seen(response):
    """All that a browser can tell of an answer."""
    return response.status_code, response.headers.get("Location"), response.content


def rows():
    return list(Pledge.objects.values()), list(OutgoingMail.objects.values())


# A good answer


def test_a_pledge_is_answered_with_the_way_to_the_thank_you_page(sign, client, page):
    response = sign()
    assert (response.status_code, response["Location"]) == (303, THANKS)
    thanks = client.get(THANKS)
    assert soup(thanks).h1.get_text(strip=True) == page.thank_you_heading
    assert page.thank_you_text in text_of(thanks)


def test_the_row_holds_what_the_signer_saw_and_typed(sign, page):
    society = MemberSocietyPage.objects.get(acronym="ACR")
    sign(name="Ada Roe", email="ada@example.org", society=society.pk, state="AK")
    pledge = Pledge.objects.get()
    assert (pledge.page, pledge.wording) == (page, page.current_wording)
    assert pledge.wording.pledge == page.pledge
    assert pledge.wording.consent == page.consent_text
    assert (pledge.name, pledge.email) == ("Ada Roe", "ada@example.org")
    assert (pledge.society, pledge.state, pledge.language) == (society, "AK", "en")


def test_nobody_wants_updates_who_did_not_say_so(sign):
    sign()
    sign(email="ben@example.org", wants_updates="on")
    assert dict(Pledge.objects.values_list("email", "wants_updates")) == {
        "ada@example.org": False,
        "ben@example.org": True,
    }


@pytest.mark.parametrize("address", ["/", "/commit/"])
def test_the_consent_box_is_not_ticked_and_its_words_stand_beside_it(site, client, page, address):
    form = soup(client.get(address)).select_one("form[method=post]")
    box = form.select_one("input[name=wants_updates]")
    assert not box.has_attr("checked")
    assert form.select_one(f"label[for={box['id']}]").get_text(strip=True) == page.consent_text


@pytest.mark.parametrize("address", ["/", "/commit/"])
def test_the_form_as_it_stands_on_a_page_can_be_sent(site, client, address):
    form = soup(client.get(address)).select_one("form[method=post]")
    hidden = {box["name"]: box["value"] for box in form.select("input[type=hidden]")}
    answers = {"name": "Ada", "email": "ada@example.org", **hidden}
    assert client.post(form["action"], answers).status_code == 303
    assert Pledge.objects.count() == 1


def test_the_societies_to_choose_from_are_those_that_readers_may_see(site, client):
    builders.hide(builders.society("Private Society", slug="private"))
    options = soup(client.get("/commit/")).select("select[name=society] option")
    names = [option.get_text() for option in options]
    assert names[1:] == [page.title for page in MemberSocietyPage.objects.shown()]
    assert len(names) == 9


# The mail


def test_the_mail_holds_the_words_of_the_pledge(sign, page):
    sign()
    mail = OutgoingMail.objects.get()
    assert (mail.purpose, mail.recipient) == ("pledge", "ada@example.org")
    assert mail.subject == "Your commitment to act"
    assert page.pledge in mail.text
    assert page.pledge in mail.html
    assert mail.sender.startswith("American College of Radiology <")


def test_nothing_that_a_visitor_typed_goes_to_an_address_they_typed(sign):
    sign(name="Buy now at spam.example")
    mail = OutgoingMail.objects.get()
    whole = "".join([mail.sender, mail.subject, mail.text, mail.html, str(mail.headers)])
    assert "spam" not in whole


def test_the_promise_is_in_the_mail_of_those_who_want_updates(sign, page):
    sign()
    sign(email="ben@example.org", wants_updates="on")
    texts = dict(OutgoingMail.objects.values_list("recipient", "text"))
    assert page.promise not in texts["ada@example.org"]
    assert page.promise in texts["ben@example.org"]


def test_markup_in_staffs_words_stays_words(sign, page):
    page.pledge = "Act & <listen> to “all”"
    page.save_revision().publish()
    sign()
    mail = OutgoingMail.objects.get()
    assert "Act & <listen> to “all”" in mail.text
    assert "Act &amp; &lt;listen&gt; to “all”" in mail.html


# Both rows or none


def test_when_the_mail_cannot_be_written_nothing_is(sign, monkeypatch):
    def fail(**_):
        raise DatabaseError("The outbox is full.")

    monkeypatch.setattr(mails, "enqueue", fail)
    with pytest.raises(DatabaseError):
        sign()
    assert rows() == ([], [])


# The same address again


@pytest.mark.parametrize("email", ["ada@example.org", "ADA@Example.ORG", " ada@example.org "])
def test_a_browser_does_not_learn_who_has_signed(sign, email):
    first = sign()
    again = sign(email=email, name="Somebody else", wants_updates="on", state="NY")
    assert seen(again) == seen(first)
    pledge = Pledge.objects.get()
    assert (pledge.name, pledge.wants_updates, pledge.state) == ("Ada Roe", False, "")


def test_a_form_that_is_sent_twice_makes_one_mail(sign):
    sign()
    asked_long_ago(minutes=9)
    sign()
    assert OutgoingMail.objects.get().purpose == "pledge"


def test_the_owner_of_the_address_is_told_once_a_day(sign, monkeypatch):
    sign()
    asked_long_ago(minutes=11)
    sign()
    sign()
    purposes = OutgoingMail.objects.order_by("pk").values_list("purpose", flat=True)
    assert list(purposes) == ["pledge", "pledge_pending"]
    monkeypatch.setattr(mails.timezone, "localdate", lambda *_: date(2099, 1, 2))
    sign()
    assert list(purposes.all()) == ["pledge", "pledge_pending", "pledge_pending"]


def test_that_mail_holds_the_words_as_first_signed(sign, page):
    signed = page.pledge
    sign()
    pledge_states.confirm(Pledge.objects.get())
    page.pledge = "Other words."
    page.save_revision().publish()
    sign()
    again = OutgoingMail.objects.get(purpose="pledge_again")
    for part in (again.text, again.html):
        assert signed in part
        assert "Other words." not in part
        assert "your commitment stands" in part


# Words that change


def test_who_saw_the_old_words_is_bound_to_them(sign, page):
    old = page.current_wording
    page.pledge = "Stronger words."
    page.save_revision().publish()
    assert sign(wording=old.pk).status_code == 303
    pledge = Pledge.objects.get()
    assert pledge.wording == old
    assert "Stronger words." not in OutgoingMail.objects.get().text


def test_new_words_are_kept_once_each_time_they_change(page):
    page.save_revision().publish()
    assert page.wordings.count() == 1
    page.consent_text = "Write to me about everything."
    page.save_revision().publish()
    page.save_revision()
    assert page.wordings.count() == 2


@pytest.mark.parametrize(
    ("wording", "complaint"),
    [
        ("", "Something was missing from the form."),
        ("0", "The words of this form have changed"),
        ("999999", "The words of this form have changed"),
        ("words", "The words of this form have changed"),
    ],
)
def test_without_known_words_nothing_is_signed(sign, wording, complaint):
    response = sign(wording=wording)
    assert response.status_code == 422
    assert words(soup(response).select_one(".form-errors li")).startswith(complaint)
    form = soup(response).select_one("form[method=post]")
    assert form.select_one("input[name=name]")["value"] == "Ada Roe"
    assert form.select_one("input[name=email]")["value"] == "ada@example.org"
    assert rows() == ([], [])


def test_after_that_the_form_can_be_sent_again(sign, client):
    form = soup(sign(wording="")).select_one("form[method=post]")
    boxes = {box["name"]: box.get("value", "") for box in form.select("input:not([type=checkbox])")}
    assert client.post(form["action"], boxes).status_code == 303


def test_the_words_of_another_pledge_are_not_taken(sign, page):
    copy = page.copy(update_attrs={"slug": "other", "title": "Other"})
    assert sign(wording=copy.current_wording.pk).status_code == 422


# Two languages


def test_a_pledge_in_spanish_is_kept_and_confirmed_in_spanish(site, client, page):
    spanish = builders.translate(page, title="Comprométase", pledge="Comprométase a actuar.")
    answers = pledge_answers(spanish)
    response = client.post("/es/commit/", answers)
    assert (response.status_code, response["Location"]) == (303, "/es/commit/thank-you/")
    pledge = Pledge.objects.get()
    assert (pledge.language, pledge.page.pk) == ("es", spanish.pk)
    mail = OutgoingMail.objects.get()
    assert "Comprométase a actuar." in mail.text
    assert '<html lang="es">' in mail.html
