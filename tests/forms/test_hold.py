"""Mail that is kept back, as after a backup was restored."""

import pytest
from django.core.management import call_command

from forms.models import OutgoingMail
from forms.outbox import claims, suppression
from forms.outbox.sender import send_due
from tests import builders
from tests.conftest import logged_in
from tests.forms.outbox_mails import expire_leases, write, write_many
from tests.markup import text_of

TABLE = "/admin/forms/outgoingmail/"
RELEASE = "/admin/outgoing-mail/release/"


def states():
    return list(OutgoingMail.objects.order_by("pk").values_list("state", flat=True))


@pytest.mark.django_db
def test_held_mail_stays_and_new_mail_goes_out(mailoutbox, capsys):
    old, in_mid_send = write_many(2)
    claims.claim(in_mid_send.pk, attempts=0)  # as a backup may have found it
    call_command("hold_outbox")
    assert capsys.readouterr().out == "2 held\n"
    expire_leases()
    write(3)
    assert send_due().sent == 1
    assert states() == ["held", "held", "sent"]
    old.refresh_from_db()
    assert old.trouble() == "Held by an operator."


@pytest.mark.django_db
def test_what_is_released_is_sent_and_what_ended_stays_as_it_was(mailoutbox, capsys):
    write_many(3)
    OutgoingMail.objects.filter(key="test:1").update(state="suppressed")
    OutgoingMail.objects.filter(key="test:2").update(state="failed")
    call_command("hold_outbox")
    assert states() == ["suppressed", "failed", "held"]
    call_command("release_outbox")
    assert capsys.readouterr().out == "1 held\n1 released\n"
    send_due()
    assert states() == ["suppressed", "failed", "sent"]
    assert OutgoingMail.objects.get(state="sent").reason == ""


@pytest.mark.django_db
def test_what_the_suppression_list_forbids_by_now_is_not_released():
    write_many(2)
    OutgoingMail.objects.filter(key="test:1").update(state="failed")
    suppression.suppress("reader1@example.org", "bounced")
    OutgoingMail.objects.update(state="held")  # as operators try all failed mail again
    call_command("release_outbox")
    assert states() == ["suppressed", "waiting"]


def test_staff_release_held_mail(communications):
    OutgoingMail.objects.all().delete()
    write_many(2)
    assert RELEASE not in communications.get(TABLE).content.decode()
    call_command("hold_outbox")
    assert RELEASE in communications.get(TABLE).content.decode()
    assert "Send 2 held mails now?" in text_of(communications.get(RELEASE))
    assert states() == ["held", "held"]  # asking changes nothing
    done = communications.post(RELEASE, follow=True)
    assert "The held mail waits to be sent." in text_of(done)
    assert states() == ["waiting", "waiting"]


def test_others_release_nothing(site):
    write()
    call_command("hold_outbox")
    for user in (builders.user_in(), builders.society_editor(builders.society())):
        browser = logged_in(user)
        assert browser.get(RELEASE).status_code != 200
        browser.post(RELEASE)
    assert states() == ["held"]
