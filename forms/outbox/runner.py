"""The loop that sends mail as it comes, in a thread of the web process or as a service."""

import atexit
import contextlib
import logging
import queue
import random
import threading
import time
import traceback

from django.conf import settings
from django.db import close_old_connections, connections

from forms.outbox.sender import send_due

logger = logging.getLogger(__name__)

POLL_SECONDS = 2  # for mail that another process wrote, or whose next attempt has come
LONGEST_PAUSE_SECONDS = 60  # while the mail server is away


class Runner:
    """Sends what is due, waits for a wake or the next poll, and begins again, until stopped."""

    def __init__(self):
        self._stopping = False
        self.troubled_rounds = 0
        # Not an Event: a signal handler may put() while the same thread is inside get().
        self._wakes = queue.SimpleQueue()

    def wake(self):
        """Say that there is mail to send. Safe from any thread and from a signal handler."""
        if self._wakes.empty():
            self._wakes.put(None)

    def stop(self):
        """End run() after the mail in hand. Safe from any thread and from a signal handler."""
        self._stopping = True
        self._wakes.put(None)

    def is_stopping(self):
        return self._stopping

    def run(self):
        """Send mail until stop() is called. No error ends it."""
        while not self._stopping:
            self._forget_wakes()
            if self._send():
                self.troubled_rounds = 0
                self._wait_for_mail()
            else:
                self.troubled_rounds += 1
                self.pause()
        connections.close_all()

    def _send(self):
        """Send what is due. Returns whether all went well with the server and the database."""
        try:
            close_old_connections()
            return not send_due(self.is_stopping).server_lost
        except Exception as error:
            # Without the error's text, in which a database quotes the row.
            frames = "".join(traceback.format_tb(error.__traceback__))
            logger.error("The outbox met %s, and goes on\n%s", type(error).__name__, frames)
            return False

    def _wait_for_mail(self):
        self._wait(POLL_SECONDS * random.uniform(0.75, 1.25))  # noqa: S311

    def pause(self):
        """Leave a troubled server alone for a while, longer each time; new mail changes nothing."""
        ceiling = min(LONGEST_PAUSE_SECONDS, 2 ** min(self.troubled_rounds, 16))
        end = time.monotonic() + random.uniform(0.5, 1) * ceiling  # noqa: S311
        while not self._stopping and (left := end - time.monotonic()) > 0:
            self._wait(left)

    def _wait(self, seconds):
        if not self._stopping:
            with contextlib.suppress(queue.Empty):
                self._wakes.get(timeout=seconds)

    def _forget_wakes(self):
        while not self._wakes.empty():
            self._wakes.get_nowait()


_lock = threading.Lock()
_in_process = None  # the (Runner, Thread) of this process


def wake():
    """Let this process's runner, if it has one, look for mail now and not at its next poll."""
    running = _in_process
    if running:
        running[0].wake()


def start_in_background():
    """Start the sender thread of this process, if OUTBOX_IN_PROCESS says so. Once is enough.

    Any number of processes may do this; the database gives each mail to one of them.
    Returns the thread, or None.
    """
    global _in_process
    if not settings.OUTBOX_IN_PROCESS:
        return None
    with _lock:
        # A forked child inherits the pair, but its parent's thread is dead in it.
        if not (_in_process and _in_process[1].is_alive()):
            runner = Runner()
            thread = threading.Thread(target=runner.run, name="outbox", daemon=True)
            _in_process = runner, thread
            thread.start()
            atexit.register(stop_in_background)
        return _in_process[1]


def stop_in_background():
    """Stop this process's sender thread, as is done at exit.

    The mail in hand is finished; one that takes too long is left to its lease.
    """
    global _in_process
    running, _in_process = _in_process, None
    if running:
        runner, thread = running
        runner.stop()
        thread.join(timeout=2 * settings.EMAIL_TIMEOUT)
