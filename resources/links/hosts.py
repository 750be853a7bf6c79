"""One request at a time to each host, and a pause after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock
from time import monotonic


class StoppedError(Exception):
    """The run ended before it was this request's turn."""


class Hosts:
    """Shared by the threads of a run. `stop` is set when the run ends."""

    def __init__(self, pause: float, stop: Event):
        self.pause, self.stop = pause, stop
        self._mutex, self._locks, self._free_at = Lock(), {}, {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait until the host may be asked, and keep others away meanwhile. Raises StoppedError.

        A thread asks one host at a time, so no two wait for each other.
        """
        with self._mutex:
            lock = self._locks.setdefault(host, Lock())
        with lock:
            wait = self._free_at.get(host, 0) - monotonic()
            if self.stop.wait(max(0, wait)):
                raise StoppedError
            try:
                yield
            finally:
                self._free_at[host] = monotonic() + self.pause
