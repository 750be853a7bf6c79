"""Addresses that get no more mail, and what staff can do about one mail."""

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import ModelLogEntry

from forms.models import OutgoingMail, SuppressedAddress
from forms.outbox import claims, suppression
from forms.outbox.redaction import without_address
from forms.outbox.sender import send_due
from tests import builders
from tests.at_once import at_once
from tests.conftest import logged_in
from tests.forms.outbox_mails import write, write_many
from tests.markup import soup, text_of, words

TABLE = "/admin/forms/outgoingmail/"
BOUNCED = SuppressedAddress.Reason.BOUNCED


def address(name, mail):
    return reverse(f"forms_mail_{name}", args=[mail.pk])


def fate_of(mail):
    mail.refresh_from_db()
    return mail.state


def stop(mail, state, **fields):
    """Let `mail` have ended in `state`."""
    OutgoingMail.objects.filter(pk=mail.pk).update(state=state, **fields)
    mail.refresh_from_db()
    return mail


# The list


@pytest.mark.django_db
def test_a_suppressed_address_gets_nothing_and_staff_see_why(mailoutbox):
    suppression.suppress("Reader1@Example.ORG", BOUNCED)
    kept_back, other = write_many(2)
    assert send_due().sent == 1
    assert [mail.to for mail in mailoutbox] == [["reader2@example.org"]]
    assert (fate_of(kept_back), fate_of(other)) == ("suppressed", "sent")
    assert kept_back.trouble() == "The address gets no more mail."


@pytest.mark.django_db
def test_what_waits_for_the_address_is_not_sent_either(mailoutbox):
    waiting, other = write(1, recipient="Ada@example.org"), write(2)
    suppression.suppress("ada@example.org", BOUNCED)
    send_due()
    assert (fate_of(waiting), fate_of(other)) == ("suppressed", "sent")
    assert len(mailoutbox) == 1


@pytest.mark.django_db
def test_a_mail_that_was_on_its_way_is_recorded_as_sent():
    mail = write()
    on_its_way = claims.claim(mail.pk, attempts=0)
    suppression.suppress(mail.recipient, BOUNCED)
    assert claims.mark_sent(on_its_way)
    assert (fate_of(mail), mail.reason) == ("sent", "")


@pytest.mark.django_db
@pytest.mark.parametrize("purpose", ["site", "message"])
def test_mail_to_accounts_and_to_staff_still_goes_out(purpose, mailoutbox):
    waiting = write(1, purpose=purpose)
    suppression.suppress("reader1@example.org", BOUNCED)
    later = write(2, purpose=purpose, recipient="reader1@example.org")
    assert send_due().sent == 2
    assert (fate_of(waiting), fate_of(later)) == ("sent", "sent")


@pytest.mark.django_db
def test_the_list_holds_no_address():
    suppression.suppress("ada@example.org", BOUNCED)
    row = SuppressedAddress.objects.values().get()
    assert "ada" not in str(row)
    assert len(row["address_hash"]) == 64


@pytest.mark.django_db
def test_the_list_outlives_a_change_of_the_secret_key(settings):
    suppression.suppress("ada@example.org", BOUNCED)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]
    assert fate_of(write(recipient="ada@example.org")) == "suppressed"


@pytest.mark.usefixtures("committed")
def test_an_address_is_on_the_list_once_however_many_put_it_there():
    results = at_once(*[lambda: suppression.suppress("ada@example.org", BOUNCED)] * 6)
    assert len(results) == 6
    assert SuppressedAddress.objects.count() == 1


def test_a_pledge_of_a_suppressed_address_looks_the_same_and_sends_nothing(site, client):
    before = client.post("/commit/", builders.pledge_answers(email="ben@example.org"))
    suppression.suppress("ada@example.org", BOUNCED)
    after = client.post("/commit/", builders.pledge_answers(email="ada@example.org"))
    assert (after.status_code, after.url) == (before.status_code, before.url)
    states = dict(OutgoingMail.objects.values_list("recipient", "state"))
    assert states == {"ben@example.org": "waiting", "ada@example.org": "suppressed"}


@pytest.mark.django_db
def test_an_operator_can_take_an_address_off_the_list(capsys):
    suppression.suppress("reader1@example.org", BOUNCED)
    for said in ("It gets mail again.\n", "It was not on the list.\n"):
        call_command("allow_address", "Reader1@example.org")
        assert capsys.readouterr().out == said
    assert fate_of(write()) == "waiting"


# The staff's table


def test_above_the_list_stand_the_counts_and_the_oldest_age(communications):
    OutgoingMail.objects.all().delete()
    stop(write(1), "failed")
    stop(write(2), "held")
    write(3)
    counts = soup(communications.get(TABLE)).select_one("#mail-counts")
    assert "Waiting: 1 Sent: 0 Failed: 1 Held: 1 Suppressed: 0" in words(counts)
    assert "Oldest mail waiting for: 0" in words(counts)


def test_the_last_error_is_shown_without_the_address(communications):
    answer = "550 5.1.1 <ada.roe@clinic.example>: user Ada.Roe unknown, ask bob@clinic.example"
    mail = stop(write(recipient="ada.roe@clinic.example"), "failed", last_error=answer)
    inspect = reverse("forms_outgoingmail_modeladmin_inspect", args=[mail.pk])
    for screen in (TABLE, inspect):
        text = text_of(communications.get(screen))
        assert "550 5.1.1 <…@clinic.example>: user … unknown, ask …@clinic.example" in text
        assert "ada.roe" not in text.lower()


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("550 '\"ada roe\"@x.example' unknown", "550 '…@x.example' unknown"),
        ("550 ada=x.example@relay.example", "550 …@relay.example"),
        ("550 a radar saw ADA.", "550 a radar saw …."),
        ("", ""),
    ],
)
def test_no_form_of_an_address_is_left(text, safe):
    assert without_address(text, "ada@x.example") == safe


def test_nor_is_the_name_in_it():
    said = "552 The mailbox of Ada Roe (ada_roe-7) is full; adamant."
    safe = "552 The mailbox of … … (…) is full; adamant."
    assert without_address(said, "ada_roe-7@x.example") == safe


@pytest.mark.parametrize("state", ["failed", "held"])
def test_try_again_asks_first_and_then_sends(communications, mailoutbox, state):
    mail = stop(write(), state, attempts=7, reason="operator")
    row = soup(communications.get(TABLE)).select_one(f"tr[data-object-pk='{mail.pk}']")
    assert row.select_one(f"a[href='{address('try_again', mail)}']")
    asked = text_of(communications.get(address("try_again", mail)))
    assert "an address at example.org" in asked
    assert "reader1" not in asked
    assert fate_of(mail) == state  # asking changes nothing
    communications.post(address("try_again", mail))
    assert (fate_of(mail), mail.reason, mail.attempts) == ("waiting", "", 7)
    send_due()
    assert fate_of(mail) == "sent"


@pytest.mark.parametrize("state", ["sent", "waiting", "suppressed"])
def test_what_was_not_stopped_is_not_tried_again(communications, state):
    mail = stop(write(), state)
    assert address("try_again", mail) not in communications.get(TABLE).content.decode()
    answer = communications.post(address("try_again", mail), follow=True)
    assert "This mail is not stopped. Nothing was done." in text_of(answer)
    assert fate_of(mail) == state


def test_a_failed_mail_is_not_tried_again_once_its_address_is_suppressed(communications):
    mail = stop(write(), "failed")
    suppression.suppress(mail.recipient, BOUNCED)
    answer = communications.post(address("try_again", mail), follow=True)
    assert "The address gets no more mail. Nothing was done." in text_of(answer)
    assert fate_of(mail) == "failed"


def test_staff_suppress_an_address_without_reading_it(communications):
    mail, waiting = stop(write(1), "sent"), write(2, recipient="reader1@example.org")
    asked = text_of(communications.get(address("suppress", mail)))
    assert "this address at example.org" in asked
    assert "reader1" not in asked
    assert not SuppressedAddress.objects.exists()
    communications.post(address("suppress", mail))
    assert SuppressedAddress.objects.get().reason == "staff"
    assert (fate_of(mail), fate_of(waiting)) == ("sent", "suppressed")


def test_the_admins_history_says_who_did_it_and_names_nobody(site, communications):
    mail = stop(write(), "failed")
    communications.post(address("try_again", mail))
    communications.post(address("suppress", mail))
    entries = ModelLogEntry.objects.for_instance(mail).order_by("pk")
    assert [entry.action for entry in entries] == ["forms.try_again", "forms.suppress_address"]
    assert all(entry.user for entry in entries)
    assert "reader1" not in str([(entry.label, entry.data) for entry in entries])
    history = text_of(communications.get(reverse("wagtailadmin_reports:site_history")))
    assert "Tried to send again" in history
    assert "Address suppressed" in history


def test_what_was_refused_is_not_in_the_history(communications):
    mail = stop(write(), "sent")
    communications.post(address("try_again", mail))
    assert not ModelLogEntry.objects.for_instance(mail).exists()


def looker():
    """An account of staff that may look at the mail, and no more."""
    user = builders.user_in("Communications")
    user.groups.get().permissions.remove(Permission.objects.get(codename="change_outgoingmail"))
    return user


def test_whoever_may_only_look_is_offered_nothing(site):
    stop(write(1), "failed")
    stop(write(2), "held")
    page = logged_in(looker()).get(TABLE)
    assert page.status_code == 200
    assert "/admin/outgoing-mail/" not in page.content.decode()


@pytest.mark.parametrize("name", ["try_again", "suppress"])
def test_only_whoever_may_change_mail_may_do_so(site, name):
    mail = stop(write(), "failed")
    for user in (looker(), builders.society_editor(builders.society())):
        browser = logged_in(user)
        assert browser.get(address(name, mail)).status_code != 200
        browser.post(address(name, mail))
    assert fate_of(mail) == "failed"
    assert not SuppressedAddress.objects.exists()


def test_a_mail_that_is_gone_is_a_404(communications):
    assert communications.get("/admin/outgoing-mail/999999/suppress/").status_code == 404


def test_the_link_to_ones_own_data_goes_out_all_the_same(site, client):
    client.post("/commit/", builders.pledge_answers(email="ada@example.org"))
    suppression.suppress("ada@example.org", BOUNCED)
    client.post("/commit/yours/", {"email": "ada@example.org"})
    states = dict(OutgoingMail.objects.values_list("purpose", "state"))
    assert states == {"pledge": "suppressed", "pledge_yours": "waiting"}
