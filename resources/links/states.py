"""What a finding means for a link, after those before it.

One failure says little: servers restart, and names expire for an hour. So failures are counted by
days. On the third day an address that is not there is gone, and one that fails in other ways is
suspect. After two weeks of failures silence is gone too. What answers stays suspect, for it may
work in a browser: a redirect that wants a cookie, a price, a certificate that lacks a link.
"""

from datetime import datetime, timedelta

from resources.links.findings import Finding, Outcome, Reason
from resources.models.link import Link, LinkState

STRIKES = 3
BETWEEN_STRIKES = timedelta(hours=20)  # so that two runs or a button count no day twice
GIVEN_UP = timedelta(days=14)
AGAIN = timedelta(days=7)
SOON = timedelta(days=1)  # while it fails, and is not gone yet
BROKEN = {Outcome.GONE, Outcome.FAILED}
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
        count_failure(link, now)
        link.state = state_after_failure(link, finding, now)
    else:
        link.strikes, link.failing_since, link.last_strike_at = 0, None, None
        link.state = STATES[finding.outcome]
        link.moved_to = finding.moved_to
    if finding.outcome in (Outcome.OK, Outcome.MOVED):
        link.last_ok_at = now
    if finding.status != 304:  # an answer that repeats no mark keeps those it was asked with
        link.etag, link.last_modified = finding.etag, finding.last_modified
    link.checked_at, link.next_check_at = now, now + wait_after(link, finding)


def count_failure(link: Link, now: datetime) -> None:
    link.failing_since = link.failing_since or now
    if link.last_strike_at is None or now - link.last_strike_at >= BETWEEN_STRIKES:
        link.strikes += 1
        link.last_strike_at = now


def state_after_failure(link: Link, finding: Finding, now: datetime) -> LinkState:
    """Return what it was before, until it has failed often enough."""
    if link.state == LinkState.GONE or link.strikes < STRIKES:
        return link.state
    is_given_up = finding.reason in SILENCE and now - link.failing_since >= GIVEN_UP
    is_over = finding.outcome == Outcome.GONE or is_given_up
    return LinkState.GONE if is_over else LinkState.SUSPECT


def wait_after(link: Link, finding: Finding) -> timedelta:
    """Return the time until the next check; a server may ask for a longer one."""
    is_failing = finding.outcome in BROKEN and link.state != LinkState.GONE
    usual = SOON if is_failing else AGAIN
    return max(usual, finding.retry_after or usual)
