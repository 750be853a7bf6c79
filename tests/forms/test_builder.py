"""Forms that staff build: questions, actions, dates, numbers; and no answer is ever lost."""

import csv
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import String, TranslationSource

from forms import pledge_states
from forms.models import (
    ContactPage,
    CustomFormPage,
    CustomFormQuestion,
    EarlierCount,
    Message,
    OutgoingMail,
    Pledge,
    PledgeAction,
    PledgePage,
    PledgeQuestion,
)
from tests import builders
from tests.conftest import logged_in
from tests.forms.signers import link_to
from tests.markup import soup, text_of, words

FORM = "form[method=post]"


@pytest.fixture
def page(site):
    return PledgePage.objects.get()


def ask(page, *questions):
    """Publish the page with these questions besides, each a pair of type and label."""
    model = PledgeQuestion if isinstance(page, PledgePage) else CustomFormQuestion
    for field_type, label, *rest in questions:
        page.questions.add(model(field_type=field_type, label=label, **(rest[0] if rest else {})))
    return publish(page)


def publish(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def offer(page, *texts):
    for text in texts:
        page.actions_to_tick.add(PledgeAction(text=text))
    return publish(page)


def name_of(page, label):
    return page.questions.get(label=label).get_field_clean_name()


def key_of(page, text):
    return str(page.actions_to_tick.get(text=text).translation_key)


ALL_TYPES = [
    ("singleline", "Your role"),
    ("multiline", "Why"),
    ("number", "How many readers"),
    ("date", "From when"),
    ("checkbox", "I lead a team"),
    ("checkboxes", "Where", {"choices": "Clinic\nHospital\nClinic"}),
    ("radio", "How sure", {"choices": "Quite\nVery"}),
    ("dropdown", "Which region", {"choices": "North\nSouth"}),
]
ANSWERS = {
    "Your role": ("Nurse", "Nurse"),
    "Why": ("Because.\nOf this.", "Because.\nOf this."),
    "How many readers": ("0", "0"),
    "From when": ("2026-12-01", "2026-12-01"),
    "I lead a team": ("on", True),
    "Where": (["Clinic", "Hospital"], ["Clinic", "Hospital"]),
    "How sure": ("Very", "Very"),
    "Which region": ("South", "South"),
}


def answer(page, **others):
    named = {name_of(page, label): typed for label, (typed, _kept) in ANSWERS.items()}
    return builders.pledge_answers(page, **named, **others)


# Asking


def test_every_type_of_question_is_asked_and_kept(page, client):
    page = ask(page, *ALL_TYPES)
    form = soup(client.get("/commit/")).select_one(FORM)
    for _type, label, *_rest in ALL_TYPES:
        assert label in words(form)
    assert len(form.select("fieldset input[type=checkbox]")) == 2
    assert client.post("/commit/", answer(page)).status_code == 303
    kept = Pledge.objects.get().answers
    expected = {name_of(page, label): kept for label, (_typed, kept) in ANSWERS.items()}
    assert {name: str(value).replace("\r", "") for name, value in kept.items()} == {
        name: str(value) for name, value in expected.items()
    }


@pytest.mark.parametrize(
    ("label", "typed"),
    [
        ("How many readers", "many"),
        ("How many readers", "1e99999"),
        ("From when", "yesterday"),
        ("Where", ["Nowhere"]),
        ("How sure", "Not"),
        ("Which region", "East"),
        ("Your role", "x" * 300),
        ("Why", "x" * 6000),
    ],
)
def test_a_wrong_answer_is_named_and_nothing_is_lost(page, client, label, typed):
    page = ask(page, *ALL_TYPES)
    response = client.post("/commit/", answer(page) | {name_of(page, label): typed})
    assert response.status_code == 422
    assert label in words(soup(response).select_one(".form-errors"))
    assert soup(response).select_one("input[name=name]")["value"] == "Ada Roe"
    assert soup(response).select_one("option[value=South]") is not None
    assert not Pledge.objects.exists()
    assert not OutgoingMail.objects.exists()


def test_what_must_be_answered_must_be(page, client):
    page = ask(page, ("singleline", "Your role", {"required": True}))
    response = client.post("/commit/", builders.pledge_answers(page))
    assert response.status_code == 422
    assert "Your role: This field is required." in text_of(response)


def test_a_choice_needs_two_choices(page):
    question = PledgeQuestion(field_type="radio", label="One of", choices="Only this")
    question.page = page
    with pytest.raises(ValidationError) as error:
        question.clean()
    assert "choices" in error.value.message_dict


# No answer is lost


def test_who_opened_the_page_before_its_questions_changed_is_understood(page, client):
    page = ask(page, ("singleline", "Your role", {"required": True}))
    seen = builders.pledge_answers(page, **{name_of(page, "Your role"): "Nurse"})
    page.questions.set([])
    page = ask(page, ("number", "How many", {"required": True}))
    assert client.post("/commit/", seen).status_code == 303
    assert list(Pledge.objects.get().answers.values()) == ["Nurse"]


def test_an_error_shows_the_words_that_the_reader_saw(page, client):
    seen = builders.pledge_answers(page, name="")
    old, page.pledge = page.pledge, "Stronger words."
    publish(page)
    response = client.post("/commit/", seen)
    assert response.status_code == 422
    assert old in text_of(response)
    assert "Stronger words." not in text_of(response)
    assert soup(response).select_one("input[name=wording]")["value"] == str(seen["wording"])


@pytest.fixture
def officer(site):
    return logged_in(builders.user_in("Pledge officers"))


def exported(browser, address):
    rows = browser.post(address, {"format": "csv"}).getvalue().decode("utf-8-sig")
    return list(csv.DictReader(StringIO(rows)))


def test_renamed_and_removed_questions_stay_in_list_and_export(page, client, officer):
    page = ask(page, ("singleline", "Your role"), ("singleline", "Your town"))
    names = {name_of(page, "Your role"): "Nurse", name_of(page, "Your town"): "Athens"}
    client.post("/commit/", builders.pledge_answers(page, **names))
    role = page.questions.get(label="Your role")
    role.label = "Your position"
    page.questions.set([role])
    page = publish(page)
    page = ask(page, ("singleline", "Your town"))  # a new question with an old label
    assert name_of(page, "Your town") not in names
    newer = {name_of(page, "Your position"): "Doctor", name_of(page, "Your town"): "Rome"}
    client.post("/commit/", builders.pledge_answers(page, email="b@example.org", **newer))
    rows = exported(officer, "/admin/forms/pledge/")
    assert [row["Your position"] for row in rows] == ["Doctor", "Nurse"]
    assert [row["Your town"] for row in rows] == ["", "Athens"]
    assert [row["Your town (2)"] for row in rows] == ["Rome", ""]
    listed = text_of(officer.get("/admin/forms/pledge/"))
    assert "2 answers Your role Nurse Your town Athens" in listed
    assert "2 answers Your position Doctor Your town Rome" in listed
    first = Pledge.objects.get(email="ada@example.org")
    inspected = text_of(officer.get(reverse("forms_pledge_modeladmin_inspect", args=[first.pk])))
    assert "Your town Athens" in inspected


def test_a_label_that_a_spreadsheet_takes_for_a_formula(page, client, officer):
    page = ask(page, ("singleline", "=HYPERLINK(1)"))
    client.post("/commit/", builders.pledge_answers(page, **{name_of(page, "=HYPERLINK(1)"): "=1"}))
    (row,) = exported(officer, "/admin/forms/pledge/")
    assert row["'=HYPERLINK(1)"] == "'=1"


# A signer's own page


def test_a_signer_sees_and_corrects_their_answers(page, client):
    page = offer(ask(page, *ALL_TYPES), "Ask every patient")
    client.post("/commit/", answer(page, ticked=[key_of(page, "Ask every patient")]))
    link = link_to("yours")
    form = soup(client.get(link)).select_one("form:has([name=name])")
    assert form.select_one("input[value=Clinic]").has_attr("checked")
    assert form.select_one("input[name=ticked]").has_attr("checked")
    role = name_of(page, "Your role")
    correction = {"key": form.select_one("[name=key]")["value"], "act": "correct", "name": "Ada"}
    assert client.post("/commit/yours/", correction | {role: "Doctor"}).status_code == 303
    pledge = Pledge.objects.get()
    assert (pledge.answers, pledge.actions) == ({role: "Doctor"}, [])
    data = client.post("/commit/yours/", correction | {"act": "download"}).json()
    assert {"question": "Your role", "answer": "Doctor"} in data["answers"]


def test_erasing_deletes_answers_and_actions(page, client):
    page = offer(ask(page, *ALL_TYPES), "Ask every patient")
    key = key_of(page, "Ask every patient")
    client.post("/commit/", answer(page, ticked=[key]))
    pledge = Pledge.objects.get()
    pledge_states.confirm(pledge)
    pledge_states.erase(Pledge.objects.get())
    pledge.refresh_from_db()
    assert (pledge.answers, pledge.actions, pledge.name) == ({}, [], "")


# Actions


def test_actions_are_ticked_kept_and_mailed(page, client):
    page = offer(page, "Extend mammography hours", "Ask every patient")
    key = key_of(page, "Extend mammography hours")
    assert client.post("/commit/", builders.pledge_answers(page, ticked=[key])).status_code == 303
    assert Pledge.objects.get().actions == [key]
    mail = OutgoingMail.objects.get()
    assert "  - Extend mammography hours" in mail.text
    assert "Ask every patient" not in mail.text + mail.html


@pytest.mark.parametrize("ticked", ["made up", "1%", "\n"])
def test_an_action_that_there_is_not_is_refused(page, client, ticked):
    page = offer(page, "Ask every patient")
    response = client.post("/commit/", builders.pledge_answers(page, ticked=[ticked]))
    assert response.status_code == 422


def test_a_page_without_actions_shows_none(page, client):
    assert not soup(client.get("/commit/")).select(f"{FORM} fieldset")


def test_a_society_sees_which_actions_were_ticked_and_no_small_number(page, client):
    page = offer(page, "Extend hours", "Ask every patient")
    society = builders.society()
    keys = [key_of(page, "Extend hours"), key_of(page, "Ask every patient")]
    for number in range(12):
        Pledge.objects.create(
            page=page,
            wording=page.current_wording,
            email=f"{number}@example.org",
            society=society,
            status="confirmed",
            confirmed_at=timezone.now(),
            ticked="\n".join(keys if number < 9 else keys[:1]) + "\n",
        )
    text = text_of(logged_in(builders.society_editor(society)).get("/admin/"))
    assert "Extend hours at least 10" in text
    assert "Ask every patient fewer than ten" in text


# Dates, numbers, several pages


def on(days):
    return timezone.localdate() + timedelta(days=days)


@pytest.mark.parametrize(
    ("dates", "is_open"),
    [
        ({}, True),
        ({"opens_on": 0}, True),
        ({"closes_on": 0}, True),
        ({"opens_on": 1}, False),
        ({"closes_on": -1}, False),
        ({"opens_on": -1, "closes_on": 1}, True),
    ],
)
@pytest.mark.parametrize("address", ["/commit/", "/commit/again/correct/"])
def test_a_form_is_open_between_its_dates(page, client, dates, is_open, address):
    for name, days in dates.items():
        setattr(page, name, on(days))
    page = publish(page)
    assert bool(soup(client.get(address)).select("input[name=email]")) == is_open
    response = client.post(address, builders.pledge_answers(page))
    assert response.status_code == (303 if is_open else 422)
    assert Pledge.objects.exists() == is_open


def test_a_form_that_is_closed_says_since_when(page, client):
    page.closes_on = on(-1)
    publish(page)
    text = text_of(client.get("/commit/"))
    assert "This form closed on" in text
    assert page.pledge in text


def test_it_cannot_close_before_it_opens(page):
    page.opens_on, page.closes_on = on(1), on(0)
    with pytest.raises(ValidationError) as error:
        page.full_clean()
    assert "closes_on" in error.value.message_dict


def confirmed(page, number):
    for n in range(number):
        Pledge.objects.create(
            page=page,
            wording=page.current_wording,
            email=f"{n}@{page.slug}.example",
            status="confirmed",
        )


def test_the_number_is_shown_from_the_threshold_on_and_counts_confirmed_only(page, client):
    page.count_from, page.goal = 3, 2000
    page = publish(page)
    confirmed(page, 2)
    client.post("/commit/", builders.pledge_answers(page))
    assert "committed to act." not in text_of(client.get("/commit/"))
    confirmed_one = Pledge.objects.get(email="ada@example.org")
    pledge_states.confirm(confirmed_one)
    shown = client.get("/commit/")
    assert "3 people have committed to act. The goal is 2,000." in text_of(shown)
    assert soup(shown).progress["max"] == "2000"


def test_without_a_threshold_no_number_is_shown(page, client):
    confirmed(page, 5)
    assert "committed to act." not in text_of(client.get("/commit/"))


def test_the_number_counts_all_languages(page, client):
    page.count_from = 1
    page = publish(page)
    spanish = builders.translate(page)
    confirmed(page, 2)
    Pledge.objects.create(
        page=spanish, wording=spanish.current_wording, email="s@x.example", status="confirmed"
    )
    assert "3 people have committed to act." in text_of(client.get("/commit/"))


def test_earlier_counts_stand_apart_with_day_and_source(page, client):
    page.count_from = 1
    counts = {"number": 1200, "source": "Cards at the annual meeting"}
    page.earlier_counts.add(EarlierCount(counted_on=date(2024, 5, 3), **counts))
    page = publish(page)
    confirmed(page, 2)
    text = text_of(client.get("/commit/"))
    assert "2 people have committed to act." in text
    assert "1,200 up to May 3, 2024. Source: Cards at the annual meeting" in text


def test_several_pledges_may_be_open(page, client):
    other = page.copy(update_attrs={"title": "Second", "heading": "Second pledge", "slug": "two"})
    other.save_revision().publish()
    home = client.get("/")
    link = soup(home).select_one("section[aria-labelledby=pledge] a[href='/two/']")
    assert words(link) == "Second pledge"
    other = PledgePage.objects.get(slug="two")
    for one in (page, other):
        assert client.post(one.url, builders.pledge_answers(one)).status_code == 303
    assert Pledge.objects.count() == 2


def test_the_home_page_shows_one_that_can_be_signed(page, client):
    other = page.copy(update_attrs={"heading": "Second pledge", "slug": "two"})
    other.save_revision().publish()
    page.closes_on = on(-1)
    publish(page)
    section = soup(client.get("/")).select_one("section[aria-labelledby=pledge]")
    assert words(section.h2) == "Second pledge"
    assert section.select_one("input[name=email]")


# Other languages


def test_a_translator_is_given_the_words_and_not_the_names(page):
    page = offer(ask(page, ("radio", "How sure", {"choices": "Quite\nVery"})), "Ask every patient")
    source, _made = TranslationSource.update_or_create_from_instance(page)
    given = set(String.objects.filter(segments__source=source).values_list("data", flat=True))
    assert {"How sure", "Ask every patient"} <= given
    assert name_of(page, "How sure") not in given


def test_answers_in_two_languages_stand_under_one_question(page, client, officer):
    page = offer(ask(page, ("singleline", "Your role")), "Ask every patient")
    spanish = builders.translate(page)
    spanish.questions.update(label="Su función")
    spanish = publish(PledgePage.objects.get(pk=spanish.pk))
    assert key_of(spanish, "Ask every patient") == key_of(page, "Ask every patient")
    role = name_of(page, "Your role")
    client.post(page.url, builders.pledge_answers(page, **{role: "Nurse"}))
    answers = {role: "Médica", "email": "b@example.org"}
    client.post(spanish.url, builders.pledge_answers(spanish, **answers))
    rows = exported(officer, "/admin/forms/pledge/")
    assert [row["Su función"] for row in rows] == ["Médica", "Nurse"]


# Forms of staff's own


@pytest.fixture
def own_form(home):
    page = CustomFormPage(
        title="Webinar",
        slug="webinar",
        action_label="Register",
        thank_you_heading="See you",
        mail_subject="{title}: you are registered",
        mail_body="On {date} you registered.",
    )
    builders.add(home, page)
    return ask(page, ("singleline", "Your role"))


def test_a_form_of_staffs_own_works_like_the_others(own_form, client, communications):
    answers = builders.answers(own_form, **{name_of(own_form, "Your role"): "Nurse"})
    response = client.post("/webinar/", answers)
    assert (response.status_code, response["Location"]) == (303, "/webinar/thank-you/")
    message = Message.objects.get()
    assert list(message.answers.values()) == ["Nurse"]
    receipt = OutgoingMail.objects.get(purpose="message_receipt")
    assert receipt.subject == "Webinar: you are registered"
    assert "you registered." in receipt.text
    staff = OutgoingMail.objects.filter(purpose="message").first()
    assert "Your role\n    Nurse" in staff.text
    assert "Your role Nurse" in text_of(communications.get("/admin/forms/message/"))
    (row,) = exported(communications, "/admin/forms/message/")
    assert (row["Name"], row["Your role"], row["Form"]) == ("Ada Roe", "Nurse", "Webinar")


def test_a_suspect_message_is_kept_and_mailed_once_staff_say_so(own_form, client, communications):
    client.post("/webinar/", builders.answers(own_form, trap="x"))
    assert not OutgoingMail.objects.exists()
    message = Message.objects.get()
    address = reverse("forms_message_genuine", args=[message.pk])
    assert address in communications.get("/admin/forms/message/").content.decode()
    assert communications.get(address).status_code == 200
    assert not OutgoingMail.objects.exists()
    for _time in range(2):
        communications.post(address)
    assert OutgoingMail.objects.filter(purpose="message_receipt").count() == 1


def test_messages_are_exported_by_those_who_may_read_them(site, client):
    client.post("/join/", builders.message_answers())
    officer = logged_in(builders.user_in("Pledge officers"))
    assert officer.post("/admin/forms/message/", {"format": "csv"}).status_code in (302, 403)
    assert ContactPage.objects.exists()


# The editor


def test_staff_build_a_form_in_the_admin(page, communications):
    edit = communications.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert "{date}" in text_of(edit)
    assert "There is no field for a name" in text_of(edit)
    assert soup(edit).select_one("[name=questions-TOTAL_FORMS]")


# What a review found


@pytest.mark.parametrize("mode", ["", "thank-you", "mail"])
def test_a_question_and_a_count_that_are_not_live_yet_can_be_previewed(page, communications, mode):
    page.questions.add(PledgeQuestion(field_type="singleline", label="Your role"))
    page.earlier_counts.add(EarlierCount(source="Cards"))
    page.count_from = 0
    page.save_revision()
    address = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    assert communications.get(address, {"mode": mode}).status_code == 200
    assert communications.post(reverse("forms_send_sample", args=[page.pk])).status_code == 302


def test_a_question_keeps_its_name_when_its_draft_is_published_again(page):
    page.questions.add(PledgeQuestion(field_type="singleline", label="Your role"))
    revision = page.save_revision()
    names = set()
    for _time in range(2):
        revision.publish()
        live = PledgePage.objects.get()
        names |= {said["clean_name"] for said in live.current_wording.questions}
        live.unpublish()
    assert len(names) == 1


def test_a_copied_page_asks_questions_of_its_own(page):
    page = ask(page, ("singleline", "How many beds"))
    copy = page.copy(update_attrs={"slug": "copy"})
    said = [one.current_wording.questions[0]["clean_name"] for one in (page, copy)]
    assert said[0] != said[1]


def test_a_mirror_of_a_page_takes_pledges(page, client, home):
    page = offer(ask(page, ("singleline", "Your role")), "Ask every patient")
    mirror = page.create_alias(parent=home, update_slug="mirror")
    mirror = PledgePage.objects.get(pk=mirror.pk)
    assert client.post("/mirror/yours/", {"email": "x@example.org"}).status_code == 303
    role = page.current_wording.questions[0]["clean_name"]
    answers = builders.pledge_answers(mirror, **{role: "Nurse"})
    assert client.post("/mirror/", answers).status_code == 303
    assert Pledge.objects.get().answers == {role: "Nurse"}


def test_a_subject_that_comes_out_empty_is_the_pages_title(page, client):
    page.mail_subject = "{society}"
    page = publish(page)
    assert client.post("/commit/", builders.pledge_answers(page)).status_code == 303
    assert OutgoingMail.objects.get().subject == page.title


def test_consent_has_a_time(page, client):
    client.post("/commit/", builders.pledge_answers(page, wants_updates="on"))
    pledge = Pledge.objects.get()
    assert pledge.consent_at is not None
    pledge_states.correct(pledge, {"wants_updates": False})
    pledge.refresh_from_db()
    assert pledge.consent_at is None
    pledge_states.correct(pledge, {"wants_updates": True})
    pledge.refresh_from_db()
    assert timezone.now() - pledge.consent_at < timedelta(minutes=1)


def test_two_questions_with_the_same_words_are_both_told(page, client):
    page = ask(page, ("singleline", "Your role"), ("singleline", "Your role"))
    first, second = (said["clean_name"] for said in page.current_wording.questions)
    client.post("/commit/", builders.pledge_answers(page, **{first: "Nurse", second: "Chair"}))
    form = soup(client.get(link_to("yours"))).select_one("form:has([name=name])")
    key = form.select_one("[name=key]")["value"]
    data = client.post("/commit/yours/", {"key": key, "act": "download"}).json()
    assert [one["answer"] for one in data["answers"]] == ["Nurse", "Chair"]
