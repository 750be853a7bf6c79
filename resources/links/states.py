"""What a finding means for a link, after those before it.

One failure says little: servers restart, and names expire for an hour. So failures are counted by
days, and only what was seen on many of them makes a link gone.

    finding                          what it does to a link
    -------------------------------  --------------------------------------------------------------
    works, moved, closed to robots,  the link is that, at once; all that counted against it is over
    not asked
    absent: 404, 410, no such name   a failed day, and a day on which it was absent
    silence: no answer in time, no   a failed day
    connection, no look-up of names
    any other answer: 5xx, a loop,   a failed day, and a sign of life: the days of absence and of
    a certificate                    silence before it count no more

    on a failure the link is                 if
    ---------------------------------------  ------------------------------------------------------
    gone                                     it was; or it has failed on three days, and since the
                                             last sign of life it was absent on three of them or
                                             two weeks have passed
    suspect                                  it has failed on three days
    what it was before                       else

So a server that fails for weeks and then does not answer once is suspect as before, and has two
weeks from that moment. What answers never gets further, for it may work in a browser: a redirect
that wants a cookie, a price, a certificate that lacks a link.
"""

from datetime import datetime, timedelta

from resources.links.findings import Finding, Outcome, Reason
from resources.models.link import Link, LinkState

STRIKES = 3
BETWEEN_STRIKES = timedelta(hours=20)  # so that two runs or a button count no day twice
GIVEN_UP = timedelta(days=14)
AGAIN = timedelta(days=7)
SOON = timedelta(days=1)  # while it fails, and is not gone yet
BROKEN = {Outcome.GONE, Outcome.FAILED}  # the former is absence
SILENCE = {Reason.TIME, Reason.CONNECTION, Reason.NAME_SERVER}
STATES = {
    Outcome.OK: LinkState.OK,
    Outcome.MOVED: LinkState.MOVED,
    Outcome.BLOCKED: LinkState.BLOCKED,
    Outcome.REFUSED: LinkState.REFUSED,
}


def apply(link: Link, finding: Finding, now: datetime) -> None:
    """Change a link, which is not saved, to what a finding at `now` makes of it."""
    if finding.outcome in BROKEN:
        count_failure(link, finding, now)
        link.state = state_after_failure(link, now)
    else:
        forget_failures(link)
        link.state = STATES[finding.outcome]
        link.moved_to = finding.moved_to
    if finding.outcome in (Outcome.OK, Outcome.MOVED):
        link.last_ok_at = now
    if finding.status != 304:  # an answer that repeats no mark keeps those it was asked with
        link.etag, link.last_modified = finding.etag, finding.last_modified
    link.checked_at, link.next_check_at = now, now + wait_after(link, finding)


def count_failure(link: Link, finding: Finding, now: datetime) -> None:
    link.failing_since = link.failing_since or now
    is_absent = finding.outcome == Outcome.GONE
    if is_absent or finding.reason in SILENCE:
        link.lifeless_since = link.lifeless_since or now
    else:
        link.absent_strikes, link.lifeless_since = 0, None
    if link.last_strike_at is None or now - link.last_strike_at >= BETWEEN_STRIKES:
        link.strikes += 1
        link.absent_strikes += is_absent
        link.last_strike_at = now


def forget_failures(link: Link) -> None:
    link.strikes = link.absent_strikes = 0
    link.failing_since = link.last_strike_at = link.lifeless_since = None


def state_after_failure(link: Link, now: datetime) -> LinkState:
    """Return what it was before, until it has failed often enough."""
    if link.state == LinkState.GONE or link.strikes < STRIKES:
        return link.state
    is_given_up = link.lifeless_since is not None and now - link.lifeless_since >= GIVEN_UP
    return LinkState.GONE if link.absent_strikes >= STRIKES or is_given_up else LinkState.SUSPECT


def wait_after(link: Link, finding: Finding) -> timedelta:
    """Return the time until the next check; a server may ask for a longer one."""
    is_failing = finding.outcome in BROKEN and link.state != LinkState.GONE
    usual = SOON if is_failing else AGAIN
    return max(usual, finding.retry_after or usual)
