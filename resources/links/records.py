"""Writes down what a run found, each finding in a short transaction of its own."""

import logging
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from resources.links import states
from resources.links.findings import Finding, Outcome
from resources.models import Link, LinkCheck, LinkState

logger = logging.getLogger(__name__)
# So many hosts that are silent in a run in which none answers: then it is our network.
SILENT_HOSTS = 3
WRITTEN = [
    "state",
    "strikes",
    "failing_since",
    "last_strike_at",
    "absent_strikes",
    "lifeless_since",
    "last_ok_at",
    "checked_at",
    "next_check_at",
    "moved_to",
    "etag",
    "last_modified",
]


@dataclass
class Records:
    """What one run found. Silence is believed once anybody has answered, or at the end."""

    counts: Counter = field(default_factory=Counter)
    silent: list = field(default_factory=list)
    has_answer: bool = False

    def take(self, link: Link, finding: Finding) -> None:
        self.has_answer = self.has_answer or finding.is_answer
        if finding.outcome == Outcome.REFUSED:  # decided here, without a word to anybody
            self.write(link, finding)
            return
        self.silent.append((link, finding))
        if self.has_answer:
            self.write_all()

    def finish(self) -> None:
        """Write what is left, unless this machine seems to be cut off."""
        hosts = {link.host for link, _finding in self.silent}
        if len(hosts) >= SILENT_HOSTS:
            logger.warning("None of %s hosts answered. Is this machine connected?", len(hosts))
        else:
            self.write_all()

    def write_all(self) -> None:
        for link, finding in self.silent:
            self.write(link, finding)
        self.silent.clear()

    def write(self, link: Link, finding: Finding) -> None:
        write(link, finding)
        self.counts[LinkState(link.state)] += 1

    def __str__(self):
        found = ", ".join(f"{count} {state.value}" for state, count in sorted(self.counts.items()))
        return f"{self.counts.total()} links checked" + (f": {found}" if found else "")


@transaction.atomic
def write(link: Link, finding: Finding) -> None:
    """Change the row of a link, add to its history, and leave its host alone if it asked so."""
    now = timezone.now()
    states.apply(link, finding, now)
    link.save(update_fields=WRITTEN)
    result = {"outcome": finding.outcome, "reason": finding.reason, "status": finding.status}
    LinkCheck.objects.create(link=link, checked_at=now, **result)
    kept = LinkCheck.objects.filter(link=link).values_list("pk", flat=True)[: LinkCheck.KEPT]
    LinkCheck.objects.filter(link=link).exclude(pk__in=list(kept)).delete()
    if finding.retry_after:
        put_off(Link.objects.filter(host=finding.host), finding.retry_after)


def put_off(links: QuerySet, wait: timedelta) -> None:
    """Let none of the links be due before a time has passed."""
    until = timezone.now() + wait
    links.filter(next_check_at__lt=until).update(next_check_at=until)
