"""One run: the links that are due, many hosts at once, each host one request after the other.

Threads ask; this thread alone uses the database, between their answers. So no transaction waits
for the network.
"""

import logging
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic

from django.utils import timezone

from resources.links.findings import Finding
from resources.links.gathering import gather
from resources.links.hosts import Hosts, LeftAloneError, StoppedError
from resources.links.lease import held
from resources.links.network import Network
from resources.links.records import Records, put_off
from resources.links.visitor import Limits, Visitor
from resources.models import Link

logger = logging.getLogger(__name__)
MOST = 2000  # links of one run
WITNESSES = 2


@dataclass(frozen=True)
class Pace:
    """How long a run may take, how many hosts are asked at once, and the pause after a request."""

    seconds: float = 240
    hosts: int = 8
    pause: float = 2


def check_due(
    pace: Pace | None = None, network: Network | None = None, limits: Limits | None = None
) -> Records | None:
    """Check the links that are due, and return what was recorded; None if another run is at it.

    `network` is for tests, which have a server of their own.
    """
    pace, limits = pace or Pace(), limits or Limits()
    with held(timedelta(seconds=pace.seconds + 2 * limits.total)) as is_mine:
        if not is_mine:
            return None
        gather()
        due = with_witnesses(list(Link.objects.due(timezone.now())[:MOST]))
        return visited(due, pace, Workers(due, pace, network, limits))


def with_witnesses(due: list[Link]) -> list[Link]:
    """Add links that work, where none of those due is known to.

    If they are silent too, it is this machine that is cut off (records.py).
    """
    if not due or any(link.last_ok_at and not link.strikes for link in due):
        return due
    working = Link.objects.in_use().filter(strikes=0).exclude(last_ok_at=None)
    return due + list(working.order_by("checked_at")[:WITNESSES])


def visited(due: list[Link], pace: Pace, workers: "Workers") -> Records:
    """Record what the workers find until all is done or the time is over."""
    records, end = Records(), monotonic() + pace.seconds
    try:
        for link, finding in workers.findings(end):
            records.take(link, finding)
    finally:
        workers.stop()
    records.finish()
    for link, wait in workers.put_off:
        put_off(Link.objects.filter(pk=link.pk), wait)
    return records


class Workers:
    """Threads that ask hosts; each takes a host with all of its links."""

    def __init__(self, due: list[Link], pace: Pace, network: Network | None, limits: Limits):
        self.stopped, self.limits = Event(), limits
        self.visitor = Visitor(Hosts(pace.pause, self.stopped), network, limits)
        self.jobs, self.found, self.put_off = SimpleQueue(), SimpleQueue(), []
        by_host = defaultdict(list)
        for link in due:
            by_host[link.host].append(link)
        for links in by_host.values():
            self.jobs.put(links)
        number = min(pace.hosts, len(by_host))
        self.threads = [Thread(target=self.work, daemon=True) for _n in range(number)]

    def findings(self, end: float):
        """Yield (link, finding) as they come, no longer than until `end`."""
        for thread in self.threads:
            thread.start()
        working = len(self.threads)
        while working:
            try:
                found = self.found.get(timeout=max(0, end - monotonic()))
            except Empty:
                return
            working -= found is None
            if found:
                yield found

    def stop(self) -> None:
        """End all threads after the request that each is at."""
        self.stopped.set()
        for thread in self.threads:
            thread.join(self.limits.total)

    def work(self) -> None:
        try:
            while not self.stopped.is_set():
                self.visit_all(self.jobs.get_nowait())
        except (Empty, StoppedError):
            pass
        finally:
            self.found.put(None)

    def visit_all(self, links: list[Link]) -> None:
        """Visit the links of a host."""
        for link in links:
            finding = self.visit(link)
            if finding:
                self.found.put((link, finding))

    def visit(self, link: Link) -> Finding | None:
        """Return what was found; None if we fail, which says nothing about the link.

        Nor does a host on its way that asked for peace; the link is put off as long as it asked.
        """
        try:
            return self.visitor.visit(link.address, link.etag, link.last_modified)
        except StoppedError:
            raise
        except LeftAloneError as error:
            self.put_off.append((link, error.wait))
            return None
        except Exception:
            logger.exception("Link %s could not be checked.", link.pk)
            return None
