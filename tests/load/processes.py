"""The processes of a served site, and their sudden death."""

import os
import random
import re
import signal
import subprocess
import threading
from collections import Counter
from contextlib import contextmanager, suppress

from tests.served_site import MANAGE, log_of, logged


class Sender(threading.Thread):
    """`manage.py send_outbox --loop`, started again whenever it dies, as systemd does."""

    def __init__(self, environment):
        super().__init__(daemon=True)
        self._environment = environment
        self._stopping = threading.Event()
        self._start_process()

    def _start_process(self):
        with logged(self._environment) as options:
            self.process = subprocess.Popen([*MANAGE, "send_outbox", "--loop"], **options)

    def run(self):
        while self.process.wait() and not self._stopping.is_set():
            self._start_process()

    def stop(self):
        self._stopping.set()
        self.process.terminate()
        self.join()


@contextmanager
def running_sender(environment):
    sender = Sender(environment)
    sender.start()
    try:
        yield sender
    finally:
        sender.stop()


class Killer:
    """Sends SIGKILL to a web worker or to the sender, at random moments of the work.

    To be called whenever a visitor was thanked; it kills `kills` times in the first `of` calls.
    """

    def __init__(self, site, sender, kills, of):
        self._log, self._sender = log_of(site.environment), sender
        self._moments = set(random.sample(range(1, of), kills))
        self._calls, self._lock = 0, threading.Lock()
        self._killed = set()
        self.kills = Counter()

    def __call__(self):
        with self._lock:
            self._calls += 1
            if self._calls in self._moments:
                self._kill(*random.choice(self._victims()))  # noqa: S311

    def _victims(self):
        booted = re.findall(r"Booting worker with pid: (\d+)", self._log.read_text())
        workers = [("web worker", pid) for pid in map(int, booted) if pid not in self._killed]
        return [*workers, ("sender", self._sender.process.pid)]

    def _kill(self, kind, pid):
        self._killed.add(pid)
        with suppress(ProcessLookupError):  # it died a moment ago, and is being replaced
            os.kill(pid, signal.SIGKILL)
            self.kills[kind] += 1
