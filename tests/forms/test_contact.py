"""Writing to the coalition: the message to staff, the receipt to the visitor."""

import pytest

from core.models import CoalitionSettings
from forms.models import Message, OutgoingMail
from tests import builders
from tests.markup import soup, text_of


@pytest.fixture
def write(site, client):
    """Post a message as a visitor's browser does."""
    return lambda **answers: client.post("/join/", builders.message_answers(**answers))


@pytest.fixture
def contact_address(site):
    """The address that staff have set."""
    CoalitionSettings.objects.filter(site=site).update(contact_address="staff@example.org")
    return "staff@example.org"


def mails(purpose):
    return list(OutgoingMail.objects.filter(purpose=purpose).order_by("recipient"))


def test_a_message_is_kept_and_thanked_for(write, client):
    response = write()
    assert (response.status_code, response["Location"]) == (303, "/join/thank-you/")
    thanks = soup(client.get("/join/thank-you/")).h1
    assert thanks.get_text(strip=True) == "Thank you for your message"
    message = Message.objects.get()
    assert (message.name, message.email) == ("Ada Roe", "ada@example.org")
    assert message.message == "Hello there."


def test_staff_get_the_message_and_answer_its_writer(write, contact_address):
    write(message="One <b>\ntwo")
    (mail,) = mails("message")
    assert (mail.recipient, mail.reply_to) == (contact_address, "ada@example.org")
    assert "One <b>\ntwo" in mail.text.replace("\r", "")
    assert "One &lt;b&gt;" in mail.html
    assert "Ada Roe (ada@example.org) filled in" in mail.text


def test_administrators_get_it_while_no_address_is_set(write):
    for name in ("one", "two"):
        builders.superuser(f"{name}@example.org")
    gone = builders.superuser("gone@example.org")
    gone.is_active = False
    gone.save()
    write()
    assert [mail.recipient for mail in mails("message")] == ["one@example.org", "two@example.org"]


def test_a_message_is_kept_even_when_nobody_can_be_written_to(write):
    assert write().status_code == 303
    assert Message.objects.count() == 1
    assert mails("message") == []


def test_the_visitor_gets_a_receipt_without_anything_they_typed(write, contact_address):
    write(name="Spam name", message="Spam words")
    (receipt,) = mails("message_receipt")
    assert receipt.recipient == "ada@example.org"
    assert receipt.subject == "We received your message"
    assert receipt.reply_to == ""
    assert "Spam" not in receipt.text + receipt.html + receipt.subject


def test_many_messages_make_one_receipt_a_day(write, contact_address):
    for number in range(3):
        write(message=f"Message {number}")
    assert len(mails("message")) == 3
    assert len(mails("message_receipt")) == 1


def test_the_address_is_shown_once_it_is_set(site, client):
    assert "mailto:" not in client.get("/join/").content.decode()
    CoalitionSettings.objects.filter(site=site).update(contact_address="staff@example.org")
    links = soup(client.get("/join/")).select("main a[href='mailto:staff@example.org']")
    assert len(links) == 1


def test_the_invitation_stays_without_an_address(site, client):
    assert "Please email for more information." in text_of(client.get("/join/"))
