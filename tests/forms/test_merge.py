"""Words that staff put into a mail, and none that a visitor typed."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from forms import merge
from forms.models import ContactPage, OutgoingMail, PledgeAction, PledgePage
from members.models import MemberSocietyPage
from tests import builders
from tests.conftest import logged_in
from tests.forms.signers import link_to
from tests.markup import text_of


@pytest.fixture
def page(site):
    page = PledgePage.objects.get()
    page.mail_subject = "{society}: {title}"
    page.mail_body = "On {date} you ticked {actions}.\n\n{ pledge }"
    for text in ("Extend hours", "Ask & listen"):
        page.actions_to_tick.add(PledgeAction(text=text))
    page.save_revision().publish()
    return PledgePage.objects.get()


def test_the_fields_are_filled_in(page, client):
    society = MemberSocietyPage.objects.get(acronym="ACR")
    ticked = [str(action.translation_key) for action in page.actions_to_tick.all()]
    client.post("/commit/", builders.pledge_answers(page, society=society.pk, ticked=ticked))
    mail = OutgoingMail.objects.get()
    assert mail.subject == "American College of Radiology: Commit to act"
    assert "you ticked Extend hours and Ask & listen." in mail.text
    assert "you ticked Extend hours and Ask &amp; listen." in mail.html
    assert f"\n\n{page.pledge}" in mail.text


def test_nothing_typed_is_taken_for_a_field(page, client):
    client.post("/commit/", builders.pledge_answers(page, name="{title} {date}\n Buy {pledge}"))
    mail = OutgoingMail.objects.get()
    assert "Buy" not in mail.subject + mail.text + mail.html


def test_what_fills_a_subject_stays_on_one_line(page, client):
    MemberSocietyPage.objects.filter(acronym="ACR").update(title="One\r\nBcc: all@example.org")
    society = MemberSocietyPage.objects.get(acronym="ACR")
    client.post("/commit/", builders.pledge_answers(page, society=society.pk))
    mail = OutgoingMail.objects.get()
    assert mail.subject == "One  Bcc: all@example.org: Commit to act"


def test_a_value_is_not_filled_in_again(page):
    assert merge.fill("{society}", {"society": "{title}", "title": "x"}) == "{title}"


@pytest.mark.parametrize("field", ["mail_subject", "mail_body"])
@pytest.mark.parametrize("text", ["Dear {name}", "{email}", "{0}", "{ Date }"])
def test_an_unknown_field_is_refused(page, field, text):
    setattr(page, field, text)
    with pytest.raises(ValidationError) as error:
        page.full_clean()
    assert "{title}" in error.value.message_dict[field][0]


def test_the_contact_form_has_fewer_fields(site):
    page = ContactPage.objects.get()
    page.mail_body = "{pledge}"
    with pytest.raises(ValidationError):
        page.full_clean()


def test_braces_of_another_kind_stay(site):
    page = ContactPage.objects.get()
    page.mail_body = "{ } {{title}} {a b} {page.path}"
    page.full_clean()
    assert merge.fill(page.mail_body, {"title": "T"}) == "{ } {T} {a b} {page.path}"


# Preview and test


def test_an_editor_previews_the_mail_with_sample_data(page, communications):
    address = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    response = communications.get(address, {"mode": "mail"})
    assert response.status_code == 200
    assert "you ticked Extend hours and Ask & listen" in text_of(response)
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("kind", [PledgePage, ContactPage])
def test_an_editor_sends_the_mail_to_themselves(page, kind):
    form = kind.objects.get()
    form.mail_subject = "Not live yet"
    form.save_revision()
    browser = logged_in(builders.user_in("Communications", email="staff@example.org"))
    address = reverse("forms_send_sample", args=[form.pk])
    edit = browser.get(reverse("wagtailadmin_pages:edit", args=[form.pk]))
    assert address in edit.content.decode()
    assert "staff@example.org" in text_of(browser.get(address))
    assert not OutgoingMail.objects.exists()
    assert browser.post(address).status_code == 302
    mail = OutgoingMail.objects.get()
    assert (mail.recipient, mail.subject) == ("staff@example.org", "Not live yet")
    assert (mail.purpose, mail.counted) == ("sample", False)


def test_only_who_may_edit_the_page_sends_its_mail(page):
    address = reverse("forms_send_sample", args=[page.pk])
    officer = logged_in(builders.user_in("Pledge officers"))
    editor = logged_in(builders.society_editor(builders.society()))
    for browser in (officer, editor):
        assert browser.post(address).status_code in (302, 403, 404)
    assert not OutgoingMail.objects.exists()


def test_other_pages_have_no_mail(home, communications):
    assert communications.get(reverse("forms_send_sample", args=[home.pk])).status_code == 404


def test_the_links_of_a_sample_lead_nowhere(page, communications, client):
    communications.post(reverse("forms_send_sample", args=[page.pk]))
    for subpage in ("confirm", "yours"):
        assert client.get(link_to(subpage)).status_code == 410
