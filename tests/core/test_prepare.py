"""What `manage.py prepare` does to a new site and to one that has been in use."""

import re
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from core.management.commands import prepare

pytestmark = pytest.mark.django_db


@pytest.fixture
def called(monkeypatch):
    """The commands that `prepare` calls, which are not run here."""
    names = []
    monkeypatch.setattr(prepare, "call_command", lambda name, **_: names.append(name))
    return names


@pytest.fixture(autouse=True)
def _no_choices(monkeypatch):
    monkeypatch.delenv("ADMIN_EMAIL", raising=False)
    monkeypatch.delenv("ADMIN_PASSWORD", raising=False)


def run_prepare():
    output = StringIO()
    call_command("prepare", stdout=output)
    return output.getvalue()


def administrators():
    return get_user_model().objects.filter(is_superuser=True)


def test_a_new_site_is_migrated_given_its_roles_and_loaded_in_this_order(called):
    run_prepare()
    assert called == [
        "migrate",
        "sync_roles",
        "load_site",
        "keep_figure_versions",
        "fill_search",
    ]


def test_a_site_with_a_page_of_its_own_on_top_is_not_loaded_again(called, monkeypatch):
    home = ContentType.objects.get(app_label="home", model="homepage")
    Page.objects.filter(depth=2).update(content_type=home)
    run_prepare()
    assert called == ["migrate", "sync_roles", "keep_figure_versions", "fill_search"]


def test_a_database_without_a_site_is_empty():
    Site.objects.all().delete()
    assert prepare.site_is_empty()


def test_the_first_administrator_can_log_in_with_the_password_that_is_shown_once(called, client):
    output = run_prepare()
    password = re.search(r"as admin@localhost, password (\S+) ", output)[1]
    assert client.login(username="admin@localhost", password=password)
    assert "password" not in run_prepare()
    assert administrators().count() == 1


def test_a_chosen_password_is_used_and_not_shown(called, client, monkeypatch):
    monkeypatch.setenv("ADMIN_EMAIL", "Ada@Example.org")
    monkeypatch.setenv("ADMIN_PASSWORD", "a long one of her own")
    output = run_prepare()
    assert "as ada@example.org, with the password in ADMIN_PASSWORD" in output
    assert "a long one of her own" not in output
    assert client.login(username="ada@example.org", password="a long one of her own")


def test_an_administrator_who_is_there_is_left_alone(called, monkeypatch):
    monkeypatch.setenv("ADMIN_EMAIL", "second@example.org")
    get_user_model().objects.create_superuser("first@example.org", "hers")
    assert "with your account" in run_prepare()
    assert [user.email for user in administrators()] == ["first@example.org"]


@pytest.mark.parametrize("email", ["not an address", "editor@example.org", "EDITOR@example.org"])
def test_an_address_that_cannot_be_used_is_refused_in_words(called, monkeypatch, email):
    get_user_model().objects.create_user("editor@example.org", "theirs")
    monkeypatch.setenv("ADMIN_EMAIL", email)
    with pytest.raises(CommandError, match="ADMIN_EMAIL: "):
        run_prepare()
    assert not administrators().exists()


def test_it_says_where_to_look(called, settings):
    settings.SITE_URL = "https://example.org"
    output = run_prepare()
    assert "https://example.org/\n" in output
    assert "https://example.org/admin/ as " in output


@pytest.mark.parametrize(
    ("backend", "words"),
    [
        ("filebased", "files in /somewhere/mail"),
        ("smtp", "the mail server smtp.example.org, port 587"),
        ("console", "Django's mail backend of the kind console"),
    ],
)
def test_it_says_where_mail_goes_but_never_the_password(called, settings, backend, words):
    settings.OUTBOX_TRANSPORT = f"django.core.mail.backends.{backend}.EmailBackend"
    settings.EMAIL_FILE_PATH = "/somewhere/mail"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "smtp.example.org", 587
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "mailer", "very-secret"
    output = run_prepare()
    assert words in output
    assert "very-secret" not in output


def test_it_names_a_page_whose_address_the_site_answers_itself(called, capsys):
    root = Site.objects.get(is_default_site=True).root_page
    root.add_child(instance=Page(title="Our topics", slug="topics"))
    run_prepare()
    assert "Nobody can read Our topics" in capsys.readouterr().err
