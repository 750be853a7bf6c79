"""Whoever is no pledge officer finds nothing about a signer: on no page, in no log, in no mail."""

import logging
from collections import Counter, deque
from datetime import timedelta
from logging.config import DictConfigurator

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import DataError, IntegrityError, OperationalError
from django.test import Client
from django.utils import timezone

from forms import mails
from forms.models import OutgoingMail, Pledge
from forms.outbox.sender import send_due
from members.models import MemberSocietyPage
from tests import builders
from tests.forms.marked_pledges import (
    BAIT,
    MARK,
    STATE,
    keys,
    public_addresses,
    secrets,
    sign_in_every_state,
    told_by,
)
from tests.forms.outbox_mails import make_due
from tests.forms.signers import asked_long_ago, key_in, link_to
from tests.forms.smtp_sink import Sink, send_to
from tests.members.admin_addresses import addresses, admin_patterns, parts_of

ADA = f"{MARK}@example.org"
OF_THE_TESTS_MAIL_SERVER = "mail.log"
MODELS = [
    ("forms", "pledge"),
    ("forms", "outgoingmail"),
    ("forms", "pledgepage"),
    ("wagtailcore", "page"),
    ("members", "membersocietypage"),
]
# What lists, searches and choosers read; our tables refuse what they do not know.
QUERIES = [f"?q={BAIT}", f"?q={BAIT}&search={BAIT}&term={BAIT}&fields=*&search_all=1"]


class Walk:
    """Goes to every address as one account; `leaks` are those that told something."""

    def __init__(self, user=None):
        self.user, self.browser = user, Client(raise_request_exception=False)
        self.known = secrets()
        self.leaks, self.covered = [], Counter()

    def admin(self, within=""):
        ids = keys()
        for name, route in filter(lambda found: within in found[1], admin_patterns()):
            for address in addresses(name, route, ids, MODELS):
                # What is about one thing has nothing to search.
                for query in ["", *([] if parts_of(route) else QUERIES)]:
                    self.look(address + query)
        return self

    def site(self):
        for address in public_addresses():
            self.look(address)
        return self

    def look(self, address):
        if self.user and not self.has_session():  # an address may have ended it
            self.browser.force_login(self.user)
        response = self.browser.get(address)
        self.covered[response.status_code] += 1
        body = b"" if response.streaming else response.content
        said = f"{response.headers}{body.decode(errors='replace')}"
        self.leaks += [f"{address}: {told}" for told in told_by(said, self.known)]

    def has_session(self) -> bool:
        cookie = self.browser.cookies.get(settings.SESSION_COOKIE_NAME)
        return bool(cookie and cookie.value)


@pytest.fixture
def _signed(site, client):
    sign_in_every_state(client)


def society_editor():
    society = MemberSocietyPage.objects.get(slug="american-college-of-radiology")
    return builders.society_editor(society)


ACCOUNTS = {
    "communications": lambda: builders.user_in("Communications"),
    "administrators": lambda: builders.user_in("Administrators"),
    "the society's editor": society_editor,
    "a reader": lambda: None,
}


@pytest.mark.usefixtures("_signed")
@pytest.mark.parametrize("account", ACCOUNTS)
def test_no_page_tells_who_signed(account, say):
    walk = Walk(ACCOUNTS[account]()).admin().site()
    say(f"Looking for signers as {account}: {dict(walk.covered)}")
    assert walk.leaks == []
    assert walk.covered[200] > 30


@pytest.mark.usefixtures("_signed")
def test_the_walk_would_find_it(site):
    """A pledge officer meets the same addresses of the table of pledges and reads all of it."""
    walk = Walk(builders.user_in("Pledge officers")).admin(within="forms/pledge/")
    leaks = " ".join(walk.leaks)
    for address in (
        "/admin/forms/pledge/:",
        "/admin/forms/pledge/?q",
        "/admin/forms/pledge/inspect",
    ):
        assert f"{address}" in leaks
    assert MARK in leaks
    assert STATE in leaks


# Logs


@pytest.fixture
def logged():
    """What every logger says from DEBUG on, as the site writes it."""
    lines, loggers = Lines(), [logging.getLogger(), *filter(is_logger, known_loggers())]
    before = [(logger, logger.level, logger.disabled) for logger in loggers]
    for logger in loggers:
        logger.addHandler(lines)
        logger.setLevel(logging.DEBUG)
        logger.disabled = False
    yield lines
    for logger, level, disabled in before:
        logger.removeHandler(lines)
        logger.setLevel(level)
        logger.disabled = disabled


def known_loggers():
    return logging.Logger.manager.loggerDict.values()


def is_logger(found) -> bool:
    return isinstance(found, logging.Logger)


class Lines(logging.Handler):
    """Keeps each record as the site's own formatter writes it."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        config = dict(settings.LOGGING["formatters"]["plain"])
        self.formatter = DictConfigurator({}).configure_formatter(config)
        self.lines = []

    def emit(self, record):
        if record.name != OF_THE_TESTS_MAIL_SERVER:
            self.lines.append(self.format(record))

    def __str__(self):
        return "\n".join(self.lines)


def sign(**changes):
    """Somebody's browser sends the form, and is shown what a server's error gives."""
    answers = builders.pledge_answers(**{"name": f"Ada {MARK}", "email": ADA, **changes})
    return Client(raise_request_exception=False).post("/commit/", answers)


def assert_told_nothing(logged, *responses):
    known = secrets()
    assert told_by(str(logged), known) == []
    for response in responses:
        assert told_by(response.content.decode(), known) == []


def test_no_log_tells_who_signed_and_came_again(site, client, logged):
    responses = [sign(state="AK"), sign()]
    link = link_to("confirm")
    client.get(link)
    responses.append(client.post("/commit/confirm/", {"key": key_in(link), "act": "confirm"}))
    client.post("/commit/confirm/", {"email": ADA, "code": "222222"})
    client.post("/commit/yours/", {"email": ADA})
    client.get(link_to("yours"))
    assert Pledge.objects.get().status == "confirmed"
    assert_told_nothing(logged, *responses)
    assert key_in(link) not in str(logged)


@pytest.mark.parametrize(
    "wrong", [{"wording": 0}, {"state": MARK}, {"society": MARK}, {"name": f"{MARK}\0"}]
)
def test_no_log_tells_what_was_refused(site, logged, wrong):
    assert sign(**wrong).status_code in (400, 422)
    assert_told_nothing(logged)


@pytest.mark.parametrize("error", [IntegrityError, DataError, OperationalError, ValueError])
def test_neither_log_nor_error_page_nor_mail_to_administrators_tells_it(
    site, settings, monkeypatch, mailoutbox, logged, error
):
    settings.ADMINS = [("Root", "root@example.org")]
    settings.MANAGERS = settings.ADMINS

    def fail(**mail):
        raise error(f"Failing row contains ({mail['recipient']}, Ada {MARK})")

    monkeypatch.setattr(mails, "enqueue", fail)
    response = sign()
    assert response.status_code in (500, 503)
    assert "forms/recording.py" in str(logged)  # it was written where it broke
    assert_told_nothing(logged, response)
    assert not Pledge.objects.exists()
    assert not mailoutbox
    assert not OutgoingMail.objects.exists()


def test_no_log_tells_whom_a_mail_server_refused(site, settings, logged):
    with Sink() as sink:
        sink.to_recipient[ADA] = deque([f"451 {ADA} later", f"550 5.1.1 <{ADA}>: no {MARK} here"])
        send_to(settings, sink.port)
        sign()
        send_due()
        make_due()
        send_due()
    assert OutgoingMail.objects.get().state == "failed"
    assert "failed (550)" in str(logged)
    assert_told_nothing(logged)


def test_upkeep_tells_numbers_only(site, capsys, logged):
    sign()
    asked_long_ago(days=6)
    call_command("remind_signers")
    Pledge.objects.update(created_at=timezone.now() - timedelta(days=2000))
    call_command("apply_retention", "--dry-run")
    call_command("apply_retention")
    said = capsys.readouterr().out
    assert "1 reminded" in said
    assert "1 pledges" in said
    assert told_by(said, [MARK]) == []
    assert_told_nothing(logged)
