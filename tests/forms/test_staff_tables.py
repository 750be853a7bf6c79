"""What staff see of pledges, messages and mail, and what they never see."""

import pytest
from django.urls import reverse

from forms.models import Message, OutgoingMail, Pledge
from tests import builders
from tests.conftest import logged_in
from tests.markup import soup, text_of, words


@pytest.fixture
def answered(site, client):
    """The site after one pledge and one message."""
    client.post("/commit/", builders.pledge_answers(email="ada@clinic.example"))
    client.post("/join/", builders.message_answers(email="ben@clinic.example"))
    return site


def table(model, view="index", *args):
    return reverse(f"forms_{model._meta.model_name}_modeladmin_{view}", args=args)


def test_the_list_of_mail_names_hosts_only(answered, communications):
    text = text_of(communications.get(table(OutgoingMail)))
    assert "clinic.example" in text
    for mail in OutgoingMail.objects.all():
        assert mail.recipient not in text
        assert mail.recipient.partition("@")[0] + "@" not in text
        assert mail.subject not in text


PURPOSES = {
    "pledge": "Receipt for a pledge",
    "pledge_again": "Answer to a repeated pledge",
    "pledge_pending": "Answer to a pledge repeated before it was confirmed",
    "pledge_anew": "Answer to a pledge repeated after it was withdrawn",
    "pledge_reminder": "Reminder to confirm a pledge",
    "pledge_yours": "Link to a signer's own page",
    "message": "Message from a form",
    "suggestion": "Suggested resource",
    "report": "Report of a problem",
    "sample": "Mail of a form with sample data",
    "message_receipt": "Receipt for a message",
    "site": "Account or review of a page",
}


def test_the_purpose_of_a_mail_is_said_in_words(answered, communications):
    mails = {purpose: mail_with(purpose) for purpose in PURPOSES}
    OutgoingMail.objects.exclude(key__in=PURPOSES).delete()
    page = soup(communications.get(table(OutgoingMail)))
    offered = [words(link) for link in page.select("a[href*='purpose=']")]
    assert sorted(offered) == sorted(PURPOSES.values())
    for purpose, mail in mails.items():
        assert PURPOSES[purpose] in words(page.select_one(f"tr[data-object-pk='{mail.pk}']"))
        inspected = text_of(communications.get(table(OutgoingMail, "inspect", mail.pk)))
        assert PURPOSES[purpose] in inspected
    assert "message_receipt" not in words(page)


def mail_with(purpose):
    """One more mail, for another purpose."""
    mail = OutgoingMail.objects.first()
    mail.pk, mail.key, mail.purpose = None, purpose, purpose
    mail.save()
    return mail


def test_a_purpose_without_words_is_shown_as_it_is(answered, communications):
    OutgoingMail.objects.update(purpose="invitation")
    assert "invitation" in text_of(communications.get(table(OutgoingMail)))


def test_one_mail_says_no_more(answered, communications):
    for mail in OutgoingMail.objects.all():
        html = communications.get(table(OutgoingMail, "inspect", mail.pk)).content.decode()
        assert mail.recipient_host in html
        assert mail.recipient not in html
        assert mail.subject not in html


@pytest.mark.parametrize("words", ["ada", "ada@clinic.example", "advancing"])
def test_nobody_finds_out_by_searching_the_mail(answered, communications, words):
    for query in ({"q": words}, {"recipient": words}, {"recipient__startswith": words}):
        response = communications.get(table(OutgoingMail), query)
        assert "ada@" not in response.content.decode()
        assert response.status_code == (200 if "q" in query else 404)


def test_messages_are_for_communications(answered, communications):
    message = Message.objects.get()
    assert "ben@clinic.example" in text_of(communications.get(table(Message)))
    shown = communications.get(table(Message, "inspect", message.pk))
    assert "Hello there." in text_of(shown)


@pytest.mark.parametrize("role", ["Communications", "Administrators"])
def test_no_other_screen_tells_who_signed(answered, role):
    browser = logged_in(builders.user_in(role))
    pledge = Pledge.objects.get()
    page = pledge.page_id
    addresses = [
        table(Pledge),
        table(Pledge, "inspect", pledge.pk),
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_pages:edit", args=[page]),
        reverse("wagtailadmin_pages:usage", args=[page]),
        reverse("wagtailadmin_pages:delete", args=[page]),
        reverse("wagtailadmin_reports:site_history"),
        reverse("wagtailadmin_pages:history", args=[page]),
    ]
    for address in addresses:
        html = browser.get(address, follow=True).content.decode()
        assert "Ada Roe" not in html, address
        assert "ada@clinic.example" not in html, address


def test_pledges_are_shown_to_whoever_may_view_them(answered):
    superuser = logged_in(builders.superuser())
    assert "ada@clinic.example" in text_of(superuser.get(table(Pledge)))


@pytest.mark.parametrize("model", [Pledge, Message, OutgoingMail])
def test_nobody_adds_changes_or_deletes_a_row(answered, model):
    browser = logged_in(builders.superuser())
    row = model.objects.first()
    before = list(model.objects.values())
    for view, args in [("create", []), ("edit", [row.pk]), ("delete", [row.pk])]:
        address = table(model, view, *args)
        assert browser.get(address).status_code != 200
        assert browser.post(address, {"name": "Other"}).status_code != 200
    assert list(model.objects.values()) == before


@pytest.mark.parametrize(
    "guess",
    [
        "recipient=ada@example.org",
        "text__contains=commit",
        "page__owner__password__startswith=pbkdf2",
        "state__in=sent,waiting",
        "no_such_column=1",
        "created_at__gte=nonsense",
    ],
)
@pytest.mark.parametrize("table", ["outgoingmail", "message"])
def test_nothing_can_be_guessed_through_the_address(communications, table, guess):
    assert communications.get(f"/admin/forms/{table}/?{guess}").status_code == 404


def test_the_filters_that_are_offered_work(communications):
    address = "/admin/forms/outgoingmail/?state__exact=sent&purpose=pledge"
    since = {"created_at__gte": "2026-01-01 00:00:00-05:00"}  # as the filter's own link writes it
    assert communications.get(address, since).status_code == 200
    assert communications.get(address).status_code == 200
