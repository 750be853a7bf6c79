"""A signer sees, corrects, takes, withdraws and erases what is held, by a mailed link alone."""

import time
from datetime import timedelta

import pytest
from django.core import signing
from django.db.models import Q
from django.utils import timezone

from forms import pledge_states
from forms.models import (
    Message,
    OutgoingMail,
    Pledge,
    PledgePage,
    ProblemReport,
    Suggestion,
    SuppressedAddress,
)
from forms.outbox import suppression, unsubscribing
from forms.outbox.hashes import hash_of
from members.models import MemberSocietyPage
from resources.models import ResourcePage
from tests import builders
from tests.builders import pledge_answers
from tests.forms.contributors import form_about, report, suggestion
from tests.forms.signers import everything, key_in, last_mail, link_to, links_of
from tests.markup import soup, text_of

YOURS = "/commit/yours/"
ADA = "ada@example.org"


@pytest.fixture
def link(site, client):
    """The link to her own page, in the first mail of a signer whose pledge is confirmed."""
    society = MemberSocietyPage.objects.get(acronym="ACR").pk
    client.post("/commit/", pledge_answers(society=society, state="AK", wants_updates="on"))
    pledge_states.confirm(Pledge.objects.get())
    return link_to("yours")


@pytest.fixture
def do(client, link):
    """Post to her own page."""
    return lambda act, **fields: client.post(YOURS, {"key": key_in(link), "act": act, **fields})


def test_it_shows_what_is_held_and_why(link, client):
    page = client.get(link)
    text = text_of(page)
    form = soup(page).select_one("form:has(input[name=name])")
    assert form.select_one("[name=name]")["value"] == "Ada Roe"
    assert [option.get_text() for option in form.select("option[selected]")] == [
        "American College of Radiology",
        "Alaska",
    ]
    assert form.select_one("[name=wants_updates]").has_attr("checked")
    assert ADA in text
    assert PledgePage.objects.get().pledge in text
    for words in ("real people stand behind", "can see it", "For 3 years after you", "English"):
        assert words in text


def test_it_is_for_nobody_else(link, client):
    for address in (link, YOURS, f"{YOURS}?key=wrong"):
        response = client.get(address)
        assert "no-store" in response["Cache-Control"]
        assert response["Referrer-Policy"] == "strict-origin"
        assert soup(response).select_one("meta[name=robots]")["content"] == "noindex"
        assert not response.cookies


def test_answers_can_be_corrected(do, client, link):
    response = do("correct", name="Ada Rowe", society="", state="NY")
    assert "Your changes are saved" in text_of(client.get(response["Location"]))
    pledge = Pledge.objects.get()
    assert (pledge.name, pledge.society, pledge.state) == ("Ada Rowe", None, "NY")
    assert not pledge.wants_updates
    assert (pledge.email, pledge.status) == (ADA, "confirmed")


def test_nothing_else_can_be_changed(do):
    before = Pledge.objects.values("email", "status", "wording", "page", "secret").get()
    do("correct", name="Ada", email="eve@example.org", status="invalid", secret="x", wording="")
    assert Pledge.objects.values(*before).get() == before


@pytest.mark.parametrize(
    "fields", [{"name": ""}, {"name": "x" * 300}, {"name": "A\x00"}, {"name": "A", "state": "XX"}]
)
def test_a_wrong_answer_is_refused_beside_its_field(do, fields):
    response = do("correct", **fields)
    assert response.status_code == 422
    assert soup(response).select_one(".field-wrong .errorlist")
    assert Pledge.objects.get().name == "Ada Roe"


def test_a_society_that_left_stays_chosen(do, link, client):
    society = Pledge.objects.get().society
    builders.hide(society)
    assert do("correct", name="Ada", society=society.pk).status_code == 303
    assert Pledge.objects.get().society == society


def test_everything_can_be_downloaded(do):
    response = do("download")
    assert "attachment" in response["Content-Disposition"]
    assert "no-store" in response["Cache-Control"]
    held = response.json()
    assert (held["name"], held["email"], held["state"]) == ("Ada Roe", ADA, "AK")
    assert held["society"] == "American College of Radiology"
    assert held["words"] == PledgePage.objects.get().pledge
    assert [mail["subject"] for mail in held["mails"]] == ["Your commitment to act"]


def test_who_withdraws_is_not_counted_and_keeps_the_page(do, client, link):
    do("withdraw")
    do("withdraw")
    assert not Pledge.objects.counted().exists()
    assert Pledge.objects.get().times_withdrawn == 1
    assert "You withdrew your commitment" in text_of(client.get(link))


def test_erasing_leaves_a_count_and_nothing_personal(do, client, link):
    response = do("erase")
    assert "Your data is deleted" in text_of(client.get(response["Location"]))
    pledge = Pledge.objects.counted().get()
    assert (pledge.name, pledge.email, pledge.society, pledge.state) == ("", None, None, "")
    assert not pledge.wants_updates
    for moment in (pledge.created_at, pledge.confirmed_at, pledge.erased_at):
        assert timezone.localtime(moment).time().isoformat() == "00:00:00"
    assert not OutgoingMail.objects.exists()
    assert not [word for word in ("Ada Roe", ADA, "'AK'") if word in str(everything())]
    assert client.get(link).status_code == 410
    assert do("correct", name="Ada").status_code == 410


OTHERS = [Message, Suggestion, ProblemReport]


@pytest.fixture
def _wrote_too(link, client):
    """She sent one of each of the other forms, and so did somebody else."""
    builders.user_in("Communications")
    for email in (ADA, "ben@example.org"):
        client.post("/join/", builders.message_answers(email=email))
        client.post("/suggest/", suggestion(email=email, address=f"https://{email[:3]}.example/"))
        client.post(form_about(ResourcePage.objects.live().first()), report(email=email))
    for model in OTHERS:  # what staff find genuine is mailed days after it was sent
        model.objects.update(created_at=timezone.now() - timedelta(days=3))


@pytest.mark.usefixtures("_wrote_too")
def test_what_was_sent_with_other_forms_is_shown_and_can_be_downloaded(link, client, do):
    text = text_of(client.get(link))
    for words in ("Suggest a resource,", "Hello there.", "https://ada.example/", "It helps."):
        assert words in text
    assert "The link does not work" in text
    assert "https://ben.example/" not in text
    held = do("download").json()
    assert [sent["form"] for sent in held["sent"]] == [
        "Join the effort",
        "Suggest a resource",
        "Report a problem",
    ]
    assert held["sent"][2]["said"]["resource"] == ResourcePage.objects.live().first().title
    assert len(held["mails"]) == 4


@pytest.mark.usefixtures("_wrote_too")
@pytest.mark.parametrize("is_hidden", [False, True])
def test_the_title_of_a_resource_that_readers_do_not_see_is_not_told(link, client, do, is_hidden):
    resource = ResourcePage.objects.get(problem_reports__email=ADA)
    if is_hidden:
        builders.hide(resource)
    else:
        resource.unpublish()
    ResourcePage.objects.filter(pk=resource.pk).update(title="Not for readers yet")
    assert "Not for readers yet" not in text_of(client.get(link))
    assert do("download").json()["sent"][2]["said"].keys() == {"problem", "message"}


@pytest.mark.usefixtures("_wrote_too")
def test_it_is_erased_with_the_pledge_and_nothing_of_others(do):
    Suggestion.objects.get(email=ADA).resource.delete()
    ProblemReport.objects.get(email=ADA).close(None)
    do("erase")
    for model in OTHERS:
        assert model.objects.get().email == "ben@example.org"
    assert not OutgoingMail.objects.filter(Q(recipient=ADA) | Q(reply_to=ADA)).exists()
    assert OutgoingMail.objects.filter(reply_to="ben@example.org").count() == 3
    assert ResourcePage.objects.filter(live=False).count() == 1


@pytest.mark.usefixtures("_wrote_too")
def test_of_what_staff_still_have_to_do_the_task_stays_with_nothing_personal(do, client):
    for model in (Suggestion, ProblemReport):
        model.objects.filter(email=ADA).update(name="Ada Roe", answers={"how": "Ada"})
    do("erase")
    assert not Message.objects.filter(email="").exists()
    for model, words in ((Suggestion, "why"), (ProblemReport, "message")):
        assert model.objects.to_do().count() == 2
        task = model.objects.to_do().get(email="")
        assert (task.name, task.answers, task.language, getattr(task, words)) == ("", {}, "", "")
        assert getattr(model.objects.to_do().get(email="ben@example.org"), words)
    assert not OutgoingMail.objects.filter(Q(recipient=ADA) | Q(reply_to=ADA)).exists()
    assert OutgoingMail.objects.filter(reply_to="ben@example.org").count() == 3
    client.force_login(builders.user_in("Communications", email="cleo@example.org"))
    first_screen = client.get("/admin/")
    assert text_of(first_screen).count("The link does not work") == 2
    assert "https://ada.example/" in text_of(first_screen)
    for model, table in ((Suggestion, "suggestion"), (ProblemReport, "problemreport")):
        number = model.objects.get(email="").pk
        for address in ("", f"inspect/{number}/"):
            assert client.get(f"/admin/forms/{table}/{address}").status_code == 200


@pytest.mark.usefixtures("_wrote_too")
def test_staff_and_time_erase_the_pledge_alone(link):
    pledge_states.erase(Pledge.objects.get())
    assert [model.objects.filter(email=ADA).count() for model in OTHERS] == [1, 1, 1]


ELSEWHERE = "signed a commitment on another page of ours too"


@pytest.mark.parametrize(("email", "told"), [(ADA, True), ("ben@example.org", False)])
def test_a_commitment_on_another_page_is_told(link, client, do, email, told):
    spanish = builders.translate(PledgePage.objects.get(), title="Comprométase")
    pledge = Pledge.objects.get()
    Pledge.objects.create(page=spanish, wording=pledge.wording, name="Ada", email=email)
    assert (ELSEWHERE in text_of(client.get(link))) == told
    assert do("download").json()["signed_elsewhere"] == told
    do("erase")
    assert Pledge.objects.filter(page=spanish, email=email).exists()


def test_several_may_erase_and_sign_again(do, client):
    do("erase")
    client.post("/commit/", pledge_answers())
    key = key_in(link_to("yours"))
    pledge_states.confirm(Pledge.objects.get(email=ADA))
    client.post(YOURS, {"key": key, "act": "erase"})
    assert Pledge.objects.counted().filter(email=None).count() == 2


@pytest.mark.parametrize("status", ["pending", "withdrawn", "invalid"])
def test_erasing_what_does_not_count_leaves_nothing(do, status):
    Pledge.objects.update(status=status)
    do("erase")
    assert not Pledge.objects.exists()
    assert not OutgoingMail.objects.exists()


def test_erasing_leaves_everybody_elses_mail(do, client):
    for number in range(12):  # so that the number of one begins that of another
        client.post("/commit/", pledge_answers(email=f"other{number}@example.org"))
    do("erase")
    assert OutgoingMail.objects.count() == 12


@pytest.mark.parametrize("act", ["", "nonsense", "confirm"])
def test_a_button_that_there_is_not_does_nothing(do, act):
    before = everything()
    assert do(act).status_code == 303
    assert everything() == before


def test_a_scanner_that_opens_every_link_twice_changes_nothing(link, client):
    client.post(YOURS, {"email": ADA})
    client.post("/commit/", pledge_answers())
    before = everything()
    opened = {address for mail in OutgoingMail.objects.all() for address in links_of(mail)}
    assert len([address for address in opened if "/yours/?key=" in address]) >= 1
    for address in sorted(opened) * 2:
        assert client.get(address).status_code == 200, address
    assert everything() == before


def test_keys_are_for_one_purpose_each(link, client):
    confirm_key, own_key = key_in(link_to("confirm", last_mail())), key_in(link)
    assert client.get(YOURS, {"key": confirm_key}).status_code == 410
    assert client.post(YOURS, {"key": confirm_key, "act": "erase"}).status_code == 410
    answer = client.post("/commit/confirm/", {"key": own_key, "act": "not-me"})
    assert answer.status_code == 410
    assert Pledge.objects.get().name == "Ada Roe"


def test_a_forged_or_old_key_opens_nothing(link, client, do, monkeypatch):
    assert client.get(link + "x").status_code == 410
    now = time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + 31 * 24 * 3600)
    assert client.get(link).status_code == 410
    assert do("erase").status_code == 410
    assert Pledge.objects.get().name == "Ada Roe"


def test_acting_does_not_lengthen_the_life_of_a_link(do, link):
    assert key_in(do("withdraw")["Location"]) == key_in(link)


def test_a_key_of_one_pledge_opens_no_other(link, client):
    client.post("/commit/", pledge_answers(email="ben@example.org"))
    ada, ben = Pledge.objects.order_by("pk")
    said = f"{ben.pk}:{ada.secret}"
    key = signing.TimestampSigner(salt="forms.pledge.yours").sign(said)
    assert client.get(YOURS, {"key": key}).status_code == 410


# Asking for the link


def test_the_link_can_be_asked_for_again_once_a_day(link, client):
    before = OutgoingMail.objects.count()
    for _ in range(3):
        response = client.post(YOURS, {"email": "ADA@example.org"})
    assert "Look into your mailbox" in text_of(client.get(response["Location"]))
    assert OutgoingMail.objects.count() == before + 1
    mail = last_mail()
    assert (mail.purpose, mail.recipient) == ("pledge_yours", ADA)
    assert client.get(link_to("yours", mail)).status_code == 200
    assert "Roe" not in mail.text + mail.html


def test_who_asks_learns_nothing(link, client):
    known, unknown = (client.post(YOURS, {"email": e}) for e in (ADA, "eve@example.org"))
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert (known.content, repr(known.headers)) == (unknown.content, repr(unknown.headers))
    assert not OutgoingMail.objects.filter(recipient="eve@example.org").exists()


@pytest.mark.parametrize(
    "email", ["", "ada", "ada@example.org\r\nBcc: b@example.org", "\x00@a.org"]
)
def test_what_is_no_address_is_refused(link, client, email):
    assert client.post(YOURS, {"email": email}).status_code == 422


# Updates, after unsubscribing from them


def unsubscribe():
    unsubscribing.unsubscribe(hash_of(ADA))


def box(client, link):
    return soup(client.get(link)).select_one("[name=wants_updates]").has_attr("checked")


def test_who_unsubscribed_sees_the_box_empty_and_gets_updates_after_ticking_it(do, client, link):
    unsubscribe()
    assert not box(client, link)
    do("correct", name="Ada", wants_updates="on")
    assert box(client, link)
    assert not SuppressedAddress.objects.exists()


def test_saving_anything_else_is_no_consent(do):
    unsubscribe()
    do("correct", name="Ada")
    assert SuppressedAddress.objects.get().scope == "updates"


@pytest.mark.parametrize("status", ["withdrawn", "pending"])
def test_nor_is_a_tick_in_what_is_not_confirmed(do, status):
    unsubscribe()
    Pledge.objects.update(status=status)
    do("correct", name="Ada", wants_updates="on")
    assert SuppressedAddress.objects.exists()


def test_consent_lets_no_mail_through_that_is_not_wanted_at_all(do):
    suppression.suppress(ADA, SuppressedAddress.Reason.ASKED)
    unsubscribe()
    do("correct", name="Ada", wants_updates="")
    do("correct", name="Ada", wants_updates="on")
    assert SuppressedAddress.objects.get().scope == "all"


@pytest.mark.parametrize(
    ("answers", "left"), [({"wants_updates": "on"}, 0), ({"wants_updates": ""}, 1)]
)
def test_a_new_pledge_renews_consent_once_it_is_confirmed(site, client, answers, left):
    unsubscribe()
    client.post("/commit/", pledge_answers(**answers))
    assert SuppressedAddress.objects.count() == 1
    pledge_states.confirm(Pledge.objects.get())
    assert SuppressedAddress.objects.count() == left


def test_confirming_what_was_signed_before_unsubscribing_does_not(site, client):
    client.post("/commit/", pledge_answers(wants_updates="on"))
    unsubscribe()
    pledge_states.confirm(Pledge.objects.get())
    assert SuppressedAddress.objects.count() == 1
