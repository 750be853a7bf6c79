"""Pledges by the hundred while processes are killed, and what has to be true afterwards."""

import time
from collections import Counter
from contextlib import contextmanager
from typing import NamedTuple

from tests.forms.smtp_sink import Sink
from tests.load import database
from tests.load.processes import Killer, running_sender
from tests.load.visitors import commit_many
from tests.served_site import ServedSite, serve_site

NO_LIMITS = {
    "OUTBOX_MOST_TO_AN_ADDRESS": "0",
    "OUTBOX_MOST_IN_A_DAY": "0",
    "FORMS_PER_NETWORK": "1000000",
    "FORMS_PER_HOUR": "1000000",
}


class Served(NamedTuple):
    """A site, the mail server that it sends to, and how long its senders hold a mail."""

    site: ServedSite
    sink: Sink
    lease: int

    @property
    def database_url(self):
        return self.site.environment["DATABASE_URL"]


@contextmanager
def serve_with_mail(var_dir, lease, copy_of=None):
    """Serve a site without limits whose mail goes to a sink; its workers send mail too."""
    with Sink() as sink:
        changes = {"EMAIL_URL": f"smtp://127.0.0.1:{sink.port}", "OUTBOX_IN_PROCESS": "true"}
        changes |= {"OUTBOX_LEASE_SECONDS": str(lease)} | NO_LIMITS
        with serve_site(var_dir, copy_of, **changes) as site:
            yield Served(site, sink, lease)


class Outcome(NamedTuple):
    """What the visitors saw, and what was found in the table and in the mailboxes."""

    kills: Counter
    seconds: float
    thanked: set[str]
    other_answers: set
    signed: list[str]
    mails: list[tuple[str, str]]  # (address, Message-ID), as they arrived
    states: dict[str, int]
    last_mail_after: float

    @property
    def duplicates(self) -> int:
        return len(self.mails) - len(set(self.mails))

    def faults(self) -> list[str]:
        """Return what is not as promised, in words."""
        unmailed = self.thanked - {address for address, _ in self.mails}
        twice = len(set(self.mails)) - len({address for address, _ in self.mails})
        found = {
            "visitors got another answer": len(self.other_answers),
            "who saw the thank-you are not in the table": len(self.thanked - set(self.signed)),
            "pledges are there more than once": len(self.signed) - len(set(self.signed)),
            "who saw the thank-you got no mail": len(unmailed),
            "got two different mails": twice,
            "mails were sent again without a kill": self.duplicates - self.kills.total(),
            "mails are stuck": sum(self.states.values()) - self.states.get("sent", 0),
        }
        return [f"{number} {words}" for words, number in found.items() if number > 0]

    def figures(self) -> str:
        killed = ", ".join(f"{number} × {kind}" for kind, number in sorted(self.kills.items()))
        return (
            f"{len(self.thanked)} thanked in {self.seconds:.1f} s; killed: {killed}; "
            f"{len(set(self.signed))} pledges, {len(self.mails)} mails, "
            f"{self.duplicates} of them sent again; the last {self.last_mail_after:.1f} s later"
        )


def pledge_and_kill(served, pledges, kills, clients) -> Outcome:
    """Have so many pledges sent while so many processes are killed, then wait for their mail."""
    site, sink, lease = served
    with running_sender(site.environment) as sender:
        killer = Killer(site, sender, kills, of=pledges)
        start = time.monotonic()
        thanked, others = commit_many(site.url, pledges, clients, killer)
        seconds = time.monotonic() - start
        last_mail_after = database.wait_until_all_is_sent(served.database_url, 2 * lease)
    return Outcome(
        kills=killer.kills,
        seconds=seconds,
        thanked=thanked,
        other_answers=others,
        signed=database.signers(served.database_url),
        mails=[(mail["To"], mail["Message-ID"]) for mail in sink.mails],
        states=database.states_of_mail(served.database_url),
        last_mail_after=last_mail_after,
    )
