"""One request at a time to each host, and a pause after it; none once it asked for peace."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Lock
from time import monotonic


class StoppedError(Exception):
    """The run ended before it was this request's turn."""


class LeftAloneError(Exception):
    """The host asked for peace earlier in this run, for a time of `wait`."""

    def __init__(self, wait: timedelta):
        super().__init__(wait)
        self.wait = wait


class Hosts:
    """Shared by the threads of a run. `stop` is set when the run ends."""

    def __init__(self, pause: float, stop: Event):
        self.pause, self.stop = pause, stop
        self._mutex, self._locks, self._free_at = Lock(), {}, {}
        self._left_alone = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait until the host may be asked, and keep others away meanwhile.

        Raises StoppedError and LeftAloneError. A thread asks one host at a time, so no two wait
        for each other.
        """
        with self._mutex:
            lock = self._locks.setdefault(host, Lock())
        with lock:
            if host in self._left_alone:
                raise LeftAloneError(self._left_alone[host])
            wait = self._free_at.get(host, 0) - monotonic()
            if self.stop.wait(max(0, wait)):
                raise StoppedError
            try:
                yield
            finally:
                self._free_at[host] = monotonic() + self.pause

    def leave_alone(self, host: str, wait: timedelta) -> None:
        """Let nobody ask the host again. Call it within its turn: others wait for theirs."""
        self._left_alone[host] = wait
