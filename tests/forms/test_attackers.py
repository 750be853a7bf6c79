"""What somebody with bad intent would try. None gets a second mail out, or a foreign word into one.

More of the list stands where its subject is: five hundred posts in test_spam.py, guessed codes in
test_confirming.py, merge fields in test_merge.py, other sites' pages in test_other_sites.py.
"""

from collections import Counter
from urllib.parse import unquote

import pytest
from django.conf import settings as of_the_site

from forms import minimum_time, pledge_keys, this_browser
from forms.models import Message, OutgoingMail, Pledge, PledgePage
from forms.outbox import unsubscribing
from members.models import MemberSocietyPage
from members.sections import open_section
from tests import builders
from tests.forms.signers import asked_long_ago, everything, key_in, link_to

ADVERT = "Cheap pills at http://pills.example"
NEWLINES = [
    "ada@example.org\nBcc: all@example.org",
    "ada@example.org\r\n\r\nBuy",
    "a\u2028@b.example",
]
FORMS = ["/commit/", "/commit/again/correct/", "/commit/yours/", "/commit/confirm/", "/join/"]


def answers_for(address, **changes):
    known = builders.message_answers() if address == "/join/" else builders.pledge_answers()
    return {**known, "code": "222222", **changes}


@pytest.mark.parametrize("email", NEWLINES)
@pytest.mark.parametrize("address", FORMS)
def test_an_address_with_a_line_break(site, client, address, email):
    before = everything()
    response = client.post(address, answers_for(address, email=email))
    assert response.status_code == 422
    assert everything() == before


@pytest.mark.parametrize("name", [ADVERT, f"Ada\r\nSubject: {ADVERT}", f"{{title}} {ADVERT}"])
def test_an_advert_for_a_name_is_in_no_mail_to_a_typed_address(site, client, name):
    for _time in range(2):
        client.post("/commit/", builders.pledge_answers(name=name))
        client.post("/join/", builders.message_answers(name=name, message=name))
        asked_long_ago(days=6)
        client.post("/commit/yours/", {"email": "ada@example.org"})
    mails = OutgoingMail.objects.filter(recipient="ada@example.org")
    assert mails.count() >= 3
    for mail in mails:
        whole = f"{mail.sender} {mail.subject} {mail.text} {mail.html} {mail.headers}"
        assert "pills" not in whole


def test_no_line_break_of_a_name_gets_into_the_head_of_staffs_mail(site, client):
    client.post("/join/", builders.message_answers(name=f"Ada\r\nBcc: {ADVERT}"))
    for mail in OutgoingMail.objects.filter(purpose="message"):
        head = f"{mail.sender}{mail.reply_to}{mail.subject}{mail.headers}"
        assert "pills" not in head
        assert "\n" not in head


def test_more_addresses_than_a_network_sends_in_an_hour(site, client):
    most = of_the_site.FORMS_PER_NETWORK
    client.defaults["REMOTE_ADDR"] = "198.51.100.7"
    for number in range(most + 20):
        client.post("/commit/", builders.pledge_answers(email=f"n{number}@example.org"))
    mails = Counter(OutgoingMail.objects.values_list("recipient", flat=True))
    assert (len(mails), max(mails.values())) == (most, 1)
    assert Pledge.objects.filter(is_suspect=True).count() == 20


# Keys


@pytest.fixture
def keys(site, client, settings):
    """A good key of every kind that the site gives out."""
    settings.EMAIL_BACKEND = "forms.outbox.backend.OutboxBackend"
    client.post("/commit/", builders.pledge_answers())
    pledge = Pledge.objects.get()
    society = MemberSocietyPage.objects.get(slug="american-college-of-radiology")
    builders.invitation(open_section(society), "invited@example.org")
    invited = OutgoingMail.objects.get(recipient="invited@example.org")
    return {
        "confirm": pledge_keys.key_of(pledge, pledge_keys.CONFIRM),
        "yours": pledge_keys.key_of(pledge, pledge_keys.YOURS),
        "invitation": unquote(key_in(link_to("invitation", invited))),
        "unsubscribe": unquote(key_in(unsubscribing.link_for("ada@example.org"))),
        "browser": client.cookies[this_browser.COOKIE].value,
        "drawn": minimum_time.stamp(PledgePage.objects.get()),
    }


TAKES = {
    "confirm": "/commit/confirm/",
    "yours": "/commit/yours/",
    "invitation": "/invitation/",
    "unsubscribe": "/unsubscribe/",
}


def test_each_key_opens_its_own_door(keys, client):
    for kind, address in TAKES.items():
        assert client.get(address, {"key": keys[kind]}).status_code == 200


@pytest.mark.parametrize("door", TAKES)
def test_a_key_of_another_purpose_opens_no_door(keys, client, door):
    before = everything()
    for kind, key in keys.items():
        if kind != door:
            address = f"{TAKES[door]}?key={key}"
            for act in ("confirm", "not-me", "erase", "withdraw", "opened"):
                response = client.post(address, {"key": key, "act": act})
                assert response.status_code in (403, 404, 410), (kind, act)
            assert client.get(address).status_code == 410
    assert everything() == before


def test_a_replayed_key_does_nothing_more(keys, client):
    press = {"key": keys["confirm"], "act": "confirm"}
    client.post("/commit/confirm/", press)
    before = everything()
    for _time in range(3):
        client.post("/commit/confirm/", press)
    assert everything() == before
    client.post("/commit/yours/", {"key": keys["yours"], "act": "withdraw"})
    withdrawn = everything()
    for _time in range(3):
        assert client.post("/commit/confirm/", press).status_code == 410
        client.post("/commit/yours/", {"key": keys["yours"], "act": "withdraw"})
    assert everything() == withdrawn


def test_a_stamp_is_of_no_use_on_another_page(keys, client):
    client.post("/join/", builders.message_answers(since=keys["drawn"]))
    assert Message.objects.get().is_suspect
