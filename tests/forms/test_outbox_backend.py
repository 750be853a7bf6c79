"""Mail that Django and Wagtail send by themselves goes through the outbox too."""

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection, send_mail
from django.urls import reverse

from forms.models import OutgoingMail
from forms.outbox.sender import send_due
from tests.builders import user_in

BACKEND = "forms.outbox.backend.OutboxBackend"


@pytest.fixture
def outbox():
    return get_connection(BACKEND)


def test_each_recipient_gets_a_mail_of_their_own(db, outbox):
    send_mail("Hello", "Words", None, ["a@example.org", "b@example.org"], connection=outbox)
    assert sorted(mail.recipient for mail in OutgoingMail.objects.all()) == [
        "a@example.org",
        "b@example.org",
    ]


def test_the_mail_keeps_its_parts(db, outbox):
    message = EmailMultiAlternatives(
        "Hello", "Words", "Staff <s@example.org>", ["a@example.org"], reply_to=["r@example.org"]
    )
    message.attach_alternative("<p>Words</p>", "text/html")
    outbox.send_messages([message])
    mail = OutgoingMail.objects.get()
    assert (mail.subject, mail.text, mail.html) == ("Hello", "Words", "<p>Words</p>")
    assert (mail.sender, mail.reply_to) == ("Staff <s@example.org>", "r@example.org")


def test_attachments_are_refused_and_nothing_is_written(db, outbox):
    message = EmailMultiAlternatives("Hello", "Words", None, ["a@example.org"])
    message.attach("a.txt", "words", "text/plain")
    with pytest.raises(ValueError, match="attachments"):
        outbox.send_messages([message])
    assert not OutgoingMail.objects.exists()


@pytest.mark.usefixtures("committed")
def test_a_forgotten_password_is_answered_through_the_outbox(client, settings, mailoutbox):
    settings.EMAIL_BACKEND = BACKEND
    user = user_in("Communications")
    client.post(reverse("wagtailadmin_password_reset"), {"email": user.email})
    assert OutgoingMail.objects.get().recipient == user.email
    send_due()
    assert mailoutbox[0].to == [user.email]


def test_a_mail_without_a_sender_comes_from_the_coalition(site, outbox):
    send_mail("Subject", "Text", None, ["ada@example.org"], connection=outbox)
    assert OutgoingMail.objects.get().sender.startswith("American College of Radiology <")


def test_a_sender_that_is_named_stays(site, outbox):
    send_mail("Subject", "Text", "ben@example.org", ["ada@example.org"], connection=outbox)
    assert OutgoingMail.objects.get().sender == "ben@example.org"
