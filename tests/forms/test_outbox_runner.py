"""The loop around the sender: in the web process, and as a service."""

import logging
import queue
import signal
import subprocess
import threading
import time

import pytest
from django.db import transaction

from forms.models import OutgoingMail
from forms.outbox import runner
from forms.outbox.enqueue import enqueue
from tests.forms import outbox_process
from tests.forms.outbox_mails import contents, write, write_many
from tests.forms.smtp_sink import Sink, send_to
from tests.workers import free_port

pytestmark = pytest.mark.usefixtures("committed")


@pytest.fixture
def start(settings, monkeypatch):
    """start_in_background, as in production but quicker to try again, and never polling."""
    monkeypatch.setattr(runner, "POLL_SECONDS", 3600)
    monkeypatch.setattr(runner, "LONGEST_PAUSE_SECONDS", 0.02)
    settings.OUTBOX_IN_PROCESS = True
    yield runner.start_in_background
    runner.stop_in_background()


@pytest.fixture
def logged():
    """A queue of the warnings that the outbox logs."""
    messages = queue.SimpleQueue()
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: messages.put(record.getMessage())
    logger = logging.getLogger("forms.outbox")
    logger.addHandler(handler)
    yield messages
    logger.removeHandler(handler)


def test_a_commit_wakes_the_sender_of_the_process(start, settings):
    with Sink() as sink:
        send_to(settings, sink.port)
        start()
        for number in range(1, 4):  # so that the later ones find it waiting
            write(number)
            sink.wait_for(number)
        runner.stop_in_background()
    assert OutgoingMail.objects.counts_by_state()["sent"] == 3


def test_the_sender_is_woken_after_the_commit_and_not_before(monkeypatch):
    woken = []
    monkeypatch.setattr(runner, "wake", lambda: woken.append("woken"))
    with transaction.atomic():
        enqueue(**contents())
        assert woken == []
    assert woken == ["woken"]


def test_a_process_has_one_sender(start):
    thread = start()
    assert thread.is_alive()
    assert start() is thread


def test_a_dead_sender_is_replaced(start):
    first = start()
    runner._in_process[0].stop()  # as good as dead, like a parent's thread after a fork
    first.join(10)
    assert start().is_alive()


def test_the_setting_keeps_the_sender_off(start, settings):
    settings.OUTBOX_IN_PROCESS = False
    assert start() is None


def test_mail_goes_when_the_server_is_back(start, settings, logged):
    port = free_port()
    send_to(settings, port)
    start()
    write()
    assert "cannot be reached" in logged.get(timeout=10)
    with Sink(port) as sink:
        sink.wait_for(1)


def test_no_error_ends_the_sender(start, settings, logged):
    settings.OUTBOX_TRANSPORT = "no.such.Backend"
    start()
    write()
    assert "ModuleNotFoundError" in logged.get(timeout=10)
    with Sink() as sink:
        send_to(settings, sink.port)
        sink.wait_for(1)


def test_new_mail_does_not_hurry_a_server_that_is_away(monkeypatch):
    monkeypatch.setattr(runner, "LONGEST_PAUSE_SECONDS", 0.2)
    troubled = runner.Runner()
    troubled.wake()
    begun = time.monotonic()
    troubled.pause()
    assert time.monotonic() - begun >= 0.1


def test_a_pause_ends_when_the_process_stops(monkeypatch):
    monkeypatch.setattr(runner, "LONGEST_PAUSE_SECONDS", 3600)
    troubled = runner.Runner()
    troubled.troubled_rounds = 20
    thread = threading.Thread(target=troubled.pause)
    thread.start()
    troubled.stop()
    thread.join(10)
    assert not thread.is_alive()


EXITING_PROCESS = """
import django; django.setup()
import sys
from django.conf import settings
settings.OUTBOX_IN_PROCESS = True
from forms.outbox.runner import start_in_background
start_in_background()
sys.stdin.readline()
"""


def test_a_process_that_exits_finishes_the_mail_in_hand():
    def let_the_process_exit(count):
        process.stdin.close()
        with pytest.raises(subprocess.TimeoutExpired):  # it waits for the answer
            process.wait(1)
        outcomes.append("waited")

    outcomes = []
    write_many(2)
    with Sink(on_mail=let_the_process_exit) as sink:
        process = outbox_process.start(sink.port, "-c", EXITING_PROCESS)
        assert process.wait(30) == 0, process.stderr.read()
        assert len(sink.mails) == 1
    assert outcomes == ["waited"]
    states = OutgoingMail.objects.order_by("pk").values_list("state", "attempts")
    assert list(states) == [("sent", 1), ("waiting", 0)]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_service_sends_as_mail_comes_and_stops_after_the_mail_in_hand(number):
    in_hand, stopping = threading.Event(), threading.Event()

    def hold(count):
        if count == 2:
            in_hand.set()
            stopping.wait(10)

    with Sink(on_mail=hold) as sink:
        process = outbox_process.start(sink.port, "manage.py", "send_outbox", "--loop")
        write(1)
        sink.wait_for(1, timeout=30)
        write(2)
        write(3)
        assert in_hand.wait(30)
        process.send_signal(number)
        stopping.set()
        assert process.wait(30) == 0, process.stderr.read()
    sent = OutgoingMail.objects.filter(state="sent").values_list("key", flat=True)
    assert set(sent) == {"test:1", "test:2"}
    assert OutgoingMail.objects.get(key="test:3").attempts == 0
