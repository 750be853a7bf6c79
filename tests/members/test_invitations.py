"""Invitations: what the mail says, what its link does, and what no other link does."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import default_token_generator
from django.core import signing
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.formats import date_format
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import override

from core.site_mail import CannotMailError
from forms.models import OutgoingMail
from members import invitations
from members.models import Invitation, MemberSocietyPage, Section
from tests import builders
from tests.at_once import at_once
from tests.conftest import logged_in
from tests.markup import soup, text_of, words

ADDRESS = "/invitation/"
PASSWORD = "heliotrope vane"
User = get_user_model()


@pytest.fixture
def invited(site):
    return builders.invitation()


def key(invitation):
    return invitations.key_of(invitation)


def look(client, invitation):
    return client.get(ADDRESS, {"key": key(invitation)})


def answers(invitation, **changes):
    """What the browser of somebody new posts."""
    names = {"first_name": "Ada", "last_name": "Roe"}
    passwords = {"password1": PASSWORD, "password2": PASSWORD}
    return {"key": key(invitation), **names, **passwords, **changes}


def accept(client, invitation, **changes):
    return client.post(ADDRESS, answers(invitation, **changes))


def is_closed(response):
    """Whether this is the page that says what to do, and nothing was changed."""
    text = text_of(response)
    return response.status_code == 410 and "ask the person who invited you" in text


# The mail


def test_the_mail_says_who_invites_to_what_until_when(site, mailoutbox):
    by = builders.user_in("Communications", first_name="Cleo", last_name="Poe")
    invited = invitations.invite(Section.objects.first(), "ada@example.org", by)
    mail = mailoutbox[0]
    html = mail.alternatives[0].content
    assert mail.to == ["ada@example.org"]
    assert invited.section.society.title in mail.subject
    until = date_format(timezone.localdate(invited.expires_at), "DATE_FORMAT")
    for text in (mail.body, html):
        assert "Cleo Poe of the Radiology Health Equity Coalition invites you" in text
        assert invited.section.society.title in text
        assert invitations.link_to(invited) in text
        assert f"The link works once, until {until}." in text
        assert "ignore this email: nothing happens" in text


def test_an_invitation_lasts_two_weeks_to_the_end_of_the_day(invited):
    last = timezone.localtime(invited.expires_at)
    assert last.date() == timezone.localdate(invited.sent_at + timedelta(days=14))
    assert (last.hour, last.minute) == (23, 59)


def test_the_mail_is_in_the_language_of_the_societys_page(site, mailoutbox):
    with override("es"):
        invited = builders.invitation()
    assert "invites you to edit" in mailoutbox[0].body
    assert "/es/" not in mailoutbox[0].body
    with override("en"):
        assert invitations.link_to(invited) in mailoutbox[0].body


def test_the_link_goes_to_the_public_address_of_the_site(invited, mailoutbox, settings):
    link = re.search(r"http\S+", mailoutbox[0].body)[0]
    assert link == f"{settings.SITE_URL}{ADDRESS}?key={key(invited)}"


def test_the_mail_goes_through_the_outbox(site, settings):
    settings.EMAIL_BACKEND = "forms.outbox.backend.OutboxBackend"
    builders.invitation()
    assert OutgoingMail.objects.get().recipient == "ada@example.org"


@pytest.mark.parametrize("title", ["A\nBcc: all@example.org", "A\u2028B", "A\x07B", "x" * 255])
def test_any_title_can_be_mailed(site, settings, title):
    settings.EMAIL_BACKEND = "forms.outbox.backend.OutboxBackend"
    section = Section.objects.first()
    MemberSocietyPage.objects.filter(pk=section.society_id).update(title=title)
    builders.invitation(Section.objects.first())
    assert OutgoingMail.objects.count() == 1


def test_without_the_mail_there_is_no_invitation(site, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", 1
    with pytest.raises(CannotMailError):
        builders.invitation()
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("email", ["", "nobody", "a@b", "x" * 300 + "@example.org", "a\x00@b.org"])
def test_only_addresses_are_invited(site, mailoutbox, email):
    with pytest.raises(ValidationError):
        builders.invitation(email=email)
    assert (Invitation.objects.count(), mailoutbox) == (0, [])


# The page


def test_opening_the_link_shows_and_does_nothing(invited, client):
    for _time in range(2):
        response = look(client, invited)
        assert response.status_code == 200
        assert invited.section.society.title in text_of(response)
    invited.refresh_from_db()
    assert invited.accepted_at is None
    assert not User.objects.filter(email=invited.email).exists()
    assert "sessionid" not in client.cookies


def test_nobody_keeps_the_page_and_its_key_goes_nowhere(invited, client):
    response = look(client, invited)
    assert {"no-store", "no-cache", "private"} <= set(response["Cache-Control"].split(", "))
    assert response["Referrer-Policy"] == "strict-origin"
    page = soup(response)
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    links = [node.get("href") or node.get("action") for node in page.select("[href], [action]")]
    assert not any(key(invited) in link for link in links)


def test_somebody_new_gets_an_account_and_is_logged_in(invited, client):
    response = accept(client, invited)
    assert (response.status_code, response.url) == (303, "/admin/")
    user = User.objects.get(email="ada@example.org")
    assert (user.first_name, user.last_name) == ("Ada", "Roe")
    assert user.check_password(PASSWORD)
    assert list(user.groups.all()) == [invited.section.group]
    assert client.get("/admin/").context["user"] == user
    invited.refresh_from_db()
    assert invited.state == Invitation.State.ACCEPTED


def test_a_key_works_once(invited, client):
    accept(client, invited)
    assert is_closed(look(Client(), invited))
    assert is_closed(accept(Client(), invited, first_name="Eve", password1="x", password2="x"))
    assert User.objects.get(email="ada@example.org").first_name == "Ada"


WRONG = [
    ("first_name", "", "This field is required."),
    ("last_name", "", "This field is required."),
    ("last_name", "x" * 10_000, "at most 150 characters"),
    ("first_name", "A\x00", "Null characters are not allowed."),
    ("password1", "", "This field is required."),
    ("password1", "a\x00" * 8, "Null characters are not allowed."),
    ("password2", "another one", "didn’t match"),
]


@pytest.mark.parametrize(("field", "value", "error"), WRONG)
def test_errors_stand_beside_their_fields(invited, client, field, value, error):
    response = accept(client, invited, **{field: value})
    assert response.status_code == 422
    control = soup(response).select_one(f"[name={field}]")
    assert error in words(control.find_parent(class_="field").select_one(".errorlist"))
    assert not User.objects.filter(email=invited.email).exists()
    invited.refresh_from_db()
    assert invited.state == Invitation.State.OPEN


@pytest.mark.parametrize(
    ("password", "error"),
    [
        ("short", "too short"),
        ("12345678901", "entirely numeric"),
        ("password123", "too common"),
        ("ada@example.org", "too similar to the e-mail address"),
        ("Theodora1", "too similar to the first name"),
    ],
)
def test_the_password_meets_the_policy_for_this_account(invited, client, password, error):
    passwords = {"password1": password, "password2": password}
    response = accept(client, invited, first_name="Theodora", **passwords)
    assert response.status_code == 422
    field = soup(response).select_one("[name=password1]").find_parent(class_="field")
    assert error in words(field.select_one(".errorlist"))


def test_what_was_typed_is_kept_but_not_the_password(invited, client):
    response = accept(client, invited, password2="another one")
    form = soup(response).select_one(".form")
    assert form.select_one("[name=first_name]")["value"] == "Ada"
    assert form.select_one("[name=key]")["value"] == key(invited)
    assert PASSWORD not in response.content.decode()
    assert form.select_one("[name=password1]").get("value") is None


def test_a_long_password_works(invited, client):
    long = "heliotrope vane " * 600
    assert accept(client, invited, password1=long, password2=long).status_code == 303
    assert User.objects.get(email=invited.email).check_password(long)


def test_the_form_needs_its_token(invited):
    strict = Client(enforce_csrf_checks=True)
    assert accept(strict, invited).status_code == 403
    token = soup(look(strict, invited)).select_one("[name=csrfmiddlewaretoken]")["value"]
    assert accept(strict, invited, csrfmiddlewaretoken=token).status_code == 303


def test_the_page_is_spanish_under_its_spanish_address(invited, client):
    response = client.get(f"/es{ADDRESS}", {"key": key(invited)})
    assert response.status_code == 200
    assert soup(response).select_one("form.form")["action"] == f"/es{ADDRESS}"


# Accounts that are there already


def test_an_account_joins_with_one_button_and_logs_in_itself(invited, client):
    user = builders.user_in(email=invited.email)
    before = user.password
    form = soup(look(client, invited)).select_one("form.form")
    assert [field["name"] for field in form.select("[name]")] == ["csrfmiddlewaretoken", "key"]
    response = client.post(ADDRESS, {"key": key(invited)}, follow=True)
    assert response.redirect_chain == [("/admin/", 303), ("/admin/login/?next=/admin/", 302)]
    assert "You can now edit the page of" in text_of(response)
    user.refresh_from_db()
    assert list(user.groups.all()) == [invited.section.group]
    assert user.password == before
    assert "_auth_user_id" not in client.session


def test_names_and_a_password_that_are_posted_with_it_change_nothing(invited, client):
    user = builders.user_in(email=invited.email)
    accept(client, invited)
    assert "_auth_user_id" not in client.session
    user.refresh_from_db()
    assert (user.first_name, user.check_password(PASSWORD)) == ("", False)


def test_an_address_in_another_case_is_the_same(site, client):
    user = builders.user_in(email="ada@example.org")
    User.objects.filter(pk=user.pk).update(email="Ada@Example.org")
    invited = builders.invitation(email="ADA@example.ORG")
    assert invited.email == "ada@example.org"
    client.post(ADDRESS, {"key": key(invited)})
    assert User.objects.filter(email__iexact="ada@example.org").count() == 1
    assert user.groups.get() == invited.section.group


def test_an_editor_of_one_society_joins_a_second(site):
    first, second = Section.objects.all()[:2]
    accept(Client(), builders.invitation(first))
    Client().post(ADDRESS, {"key": key(builders.invitation(second))})
    user = User.objects.get(email="ada@example.org")
    assert set(user.groups.all()) == {first.group, second.group}
    assert user.check_password(PASSWORD)


def test_a_closed_account_is_refused(invited, client):
    user = builders.user_in(email=invited.email, is_active=False)
    assert is_closed(look(client, invited))
    assert is_closed(client.post(ADDRESS, {"key": key(invited)}))
    assert is_closed(accept(client, invited))
    assert not user.groups.exists()
    invited.refresh_from_db()
    assert invited.accepted_at is None


def test_an_account_made_in_the_meantime_is_not_logged_in(invited, client, monkeypatch):
    builders.user_in(email=invited.email)
    monkeypatch.setattr(invitations, "account_of", lambda invitation: None)
    response = accept(client, invited)
    assert response.status_code == 409
    assert "You have an account already" in text_of(response)
    assert "_auth_user_id" not in client.session
    invited.refresh_from_db()
    assert invited.accepted_at is None


# Keys that open nothing


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "x",
        ":",
        "1:x",
        "1:x:y",
        "\x00",
        "1:\x00:\x00",
        "ключ",
        "😀" * 100,
        "9" * 10_000,
        f"{'9' * 5000}:x:y",
        "x" * 10_000,
        ":" * 10_000,
    ],
    ids=range(13),
)
def test_forged_keys_open_nothing(invited, client, forged):
    assert is_closed(client.get(ADDRESS, {"key": forged}))
    assert is_closed(client.post(ADDRESS, answers(invited, key=forged)))
    assert not User.objects.filter(email=invited.email).exists()


@pytest.mark.parametrize("query", ["", "?key", "?key=%00", "?key=%FF%FE", "?KEY=1", "?key=a&key=b"])
def test_a_link_that_was_cut_is_no_mistake_of_ours(site, client, query):
    assert is_closed(client.get(ADDRESS + query))
    assert is_closed(client.post(ADDRESS + query))


@pytest.mark.parametrize("number", ["0", "-1", "9" * 30, "9" * 5000, "x", "", "1.5"])
def test_not_even_a_signed_number_that_is_none_breaks_it(invited, client, number):
    signer = signing.Signer(salt=invitations.SALT)
    assert is_closed(client.get(ADDRESS, {"key": signer.sign(f"{number}:{invited.nonce}")}))


def test_a_key_signed_for_something_else_is_none(invited, client):
    for salt in ("", "django.core.signing", "password"):
        signed = signing.Signer(salt=salt).sign(f"{invited.pk}:{invited.nonce}")
        assert is_closed(client.get(ADDRESS, {"key": signed}))


def test_a_token_for_a_password_is_no_key(invited, client):
    user = builders.user_in(email=invited.email)
    token = default_token_generator.make_token(user)
    number = urlsafe_base64_encode(force_bytes(user.pk))
    for forged in (token, f"{number}:{token}", f"{invited.pk}:{token}", f"{invited.pk}:x:{token}"):
        assert is_closed(client.get(ADDRESS, {"key": forged}))
        assert is_closed(client.post(ADDRESS, {"key": forged}))


def test_a_key_is_no_token_for_a_password(invited, client):
    user = builders.user_in(email=invited.email)
    number = urlsafe_base64_encode(force_bytes(user.pk))
    for token in (key(invited), invited.nonce, f"{invited.pk}-{invited.nonce}"):
        assert not default_token_generator.check_token(user, token)
        address = reverse("wagtailadmin_password_reset_confirm", args=[number, token])
        page = client.get(address, follow=True)
        assert not page.context["validlink"]


def test_a_key_opens_no_other_address(invited, client):
    for address in ("/admin/", "/admin/members/invitation/"):
        assert client.get(address, {"key": key(invited)}).status_code == 302


def test_the_key_of_one_invitation_is_not_that_of_another(invited, client):
    other = builders.invitation(email="ben@example.org")
    mixed = signing.Signer(salt=invitations.SALT).sign(f"{other.pk}:{invited.nonce}")
    assert is_closed(client.get(ADDRESS, {"key": mixed}))


def expire(invitation):
    past = timezone.now() - timedelta(seconds=1)
    Invitation.objects.filter(pk=invitation.pk).update(expires_at=past)


@pytest.mark.parametrize("end", [expire, invitations.revoke])
def test_what_has_ended_opens_nothing(invited, client, end):
    link = key(invited)
    end(invited)
    assert is_closed(client.get(ADDRESS, {"key": link}))
    assert is_closed(client.post(ADDRESS, answers(invited, key=link)))
    assert not User.objects.filter(email=invited.email).exists()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_refused(invited, client, method):
    assert getattr(client, method)(ADDRESS).status_code == 405


# Sending again


def test_the_mail_sent_again_ends_the_older_link(invited, client, mailoutbox):
    older = key(invited)
    invitations.send(invited, by=None)
    assert len(mailoutbox) == 2
    assert is_closed(client.get(ADDRESS, {"key": older}))
    assert is_closed(client.post(ADDRESS, answers(invited, key=older)))
    assert accept(client, invited).status_code == 303


def test_inviting_twice_sends_the_same_invitation_again(invited, mailoutbox):
    again = builders.invitation(email="Ada@Example.org")
    assert again.pk == invited.pk
    assert again.nonce != invited.nonce
    assert len(mailoutbox) == 2


def test_what_has_run_out_is_open_again_once_it_is_sent_again(invited, client):
    expire(invited)
    invitations.send(invited, by=None)
    assert accept(client, invited).status_code == 303


@pytest.mark.parametrize("act", [lambda one: invitations.send(one, None), invitations.revoke])
def test_what_was_accepted_stays_accepted(invited, client, act, mailoutbox):
    stale = Invitation.objects.get(pk=invited.pk)
    accept(client, invited)
    with pytest.raises(invitations.InvitationClosedError):
        act(stale)
    invited.refresh_from_db()
    assert invited.state == Invitation.State.ACCEPTED
    assert len(mailoutbox) == 1


def test_an_address_can_be_invited_anew_after_the_invitation_was_revoked(invited):
    invitations.revoke(invited)
    again = builders.invitation()
    assert again.pk != invited.pk
    assert again.state == Invitation.State.OPEN


@pytest.mark.parametrize("state", Invitation.State)
def test_the_queries_for_a_state_agree_with_the_state(invited, state):
    others = [builders.invitation(email=f"n{number}@example.org") for number in range(3)]
    expire(others[0])
    invitations.revoke(others[1])
    invitations.accept_as_new(others[2], {"password": None})
    found = Invitation.objects.in_state(state)
    assert [one.state for one in found] == [state]


# At once


@pytest.mark.usefixtures("committed")
def test_two_posts_at_once_join_once():
    invited = builders.invitation()
    posts = [lambda: accept(Client(raise_request_exception=False), invited).status_code] * 4
    assert sorted(at_once(*posts)) == [303, 410, 410, 410]
    assert User.objects.filter(email=invited.email).count() == 1


@pytest.mark.usefixtures("committed")
def test_invitations_to_two_societies_accepted_at_once_make_one_account():
    invited = [builders.invitation(section) for section in Section.objects.all()[:2]]
    posts = [
        lambda one=one: accept(Client(raise_request_exception=False), one).status_code
        for one in invited
    ]
    statuses = sorted(at_once(*posts))
    assert statuses in ([303, 303], [303, 409])  # the slower one joins, or is asked to
    assert User.objects.filter(email="ada@example.org").count() == 1


@pytest.mark.usefixtures("committed")
def test_inviting_an_address_twice_at_once_makes_one_invitation():
    section = Section.objects.first()
    calls = [lambda: builders.invitation(section).pk] * 3
    assert len(set(at_once(*calls))) == 1
    assert Invitation.objects.count() == 1


def test_an_account_that_is_logged_in_joins_and_stays_logged_in(invited):
    user = builders.user_in("Communications", email=invited.email)
    browser = logged_in(user)
    response = browser.post(ADDRESS, {"key": key(invited)}, follow=True)
    assert response.status_code == 200
    assert response.context["user"] == user
    assert user.groups.count() == 2
