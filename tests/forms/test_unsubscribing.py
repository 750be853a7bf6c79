"""Unsubscribing from mail that answers nothing, by a button or by a mail program's one click."""

import re
from email import message_from_bytes, policy

import pytest
from django.core import signing
from django.test import Client

from forms.models import OutgoingMail, SuppressedAddress
from forms.outbox import message, suppression, unsubscribing
from forms.outbox.hashes import hash_of
from forms.outbox.sender import send_due
from members import invitations
from tests import builders
from tests.forms.outbox_mails import write
from tests.markup import soup, text_of

ADA = "ada@example.org"


def update(number=1, recipient=ADA):
    return write(number, recipient=recipient, purpose="update", unsubscribable=True)


def link_in(mail) -> str:
    """The address that a mail program posts to, without the site's part."""
    sent = message_from_bytes(message.build(mail).message().as_bytes(), policy=policy.default)
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = sent["List-Unsubscribe"].strip()  # long, so it is folded
    return re.fullmatch(r"<https?://[^/>]+(/unsubscribe/\?key=[!-=?-~]+)>", link)[1]


def fate_of(mail):
    mail.refresh_from_db()
    return mail.state


def test_the_link_names_nobody(site):
    link = link_in(update())
    assert "ada" not in link
    assert "example.org" not in link


def test_a_direct_answer_has_no_such_header(site):
    assert "List-Unsubscribe" not in message.build(write()).message()


def test_opening_the_link_changes_nothing(site, client):
    link = link_in(update())
    for _ in range(2):
        page = client.get(link)
        assert page.status_code == 200
        assert not page.cookies
        assert "no-store" in page["Cache-Control"]
        assert page["Referrer-Policy"] == "no-referrer"
    assert client.head(link).status_code == 200
    assert not SuppressedAddress.objects.exists()


def test_the_button_unsubscribes(site, client):
    mail = update()
    button = soup(client.get(link_in(mail))).select_one("main form")
    done = client.post(button["action"])
    assert "You are unsubscribed" in text_of(done)
    assert fate_of(mail) == "suppressed"


@pytest.mark.parametrize("content_type", ["application/x-www-form-urlencoded", "multipart"])
def test_a_mail_program_unsubscribes_with_one_click(site, content_type):
    waiting, other = update(), update(2, "ben@example.org")
    program = Client(enforce_csrf_checks=True, headers={"Origin": "https://mail.example"})
    body = {"List-Unsubscribe": "One-Click"}
    if content_type != "multipart":
        body = "List-Unsubscribe=One-Click"
    extra = {} if content_type == "multipart" else {"content_type": content_type}
    for _ in range(2):  # twice is harmless
        assert program.post(link_in(waiting), body, **extra).status_code == 200
    assert (fate_of(waiting), fate_of(other)) == ("suppressed", "waiting")
    assert SuppressedAddress.objects.get().reason == "asked"


def test_whoever_unsubscribed_gets_answers_and_no_updates(site, client, mailoutbox):
    client.post(link_in(update()))
    client.post("/commit/", builders.pledge_answers(email=ADA))
    later = update(2)
    send_due()
    assert fate_of(later) == "suppressed"
    assert [mail.to for mail in mailoutbox] == [[ADA]]
    assert OutgoingMail.objects.get(state="sent").purpose == "pledge"


def test_an_answer_that_waits_is_still_sent(site, client):
    answer = write(2, recipient=ADA)
    client.post(link_in(update()))
    assert fate_of(answer) == "waiting"


def test_who_gets_no_mail_gets_no_updates(site):
    suppression.suppress(ADA, SuppressedAddress.Reason.COMPLAINED)
    assert update().state == "suppressed"


def test_the_link_works_when_the_mail_is_gone_and_the_key_has_changed(site, client, settings):
    link = link_in(update())
    OutgoingMail.objects.all().delete()
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]
    assert client.post(link).status_code == 200
    assert update(2).state == "suppressed"


@pytest.mark.parametrize("method", ["get", "post"])
def test_only_our_own_keys_work(site, client, method):
    good = unsubscribing.link_for(ADA).partition("key=")[2]
    invited = invitations.key_of(builders.invitation(builders.section()))
    other_purpose = signing.Signer(salt="another").sign(hash_of(ADA))
    for key in ("", "x", good[:-1], good.upper(), hash_of(ADA), invited, other_purpose, "\0", "é"):
        answer = getattr(client, method)(f"/unsubscribe/?key={key}")
        assert answer.status_code in (400, 410), key
    assert getattr(client, method)("/unsubscribe/").status_code == 410
    assert not SuppressedAddress.objects.exists()


def test_a_key_for_unsubscribing_opens_nothing_else(site, client):
    key = unsubscribing.link_for(ADA).partition("key=")[2]
    assert client.get(f"/invitation/?key={key}").status_code == 410


def test_the_page_speaks_the_readers_language(site, client):
    assert client.get(f"/es{link_in(update())}").status_code == 200
