"""Follows an address to where it leads, and says what was found."""

import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.utils import timezone

from resources.links.addresses import PORTS, host_of, normal
from resources.links.connection import Answer, Deadline, ask
from resources.links.findings import Finding, Outcome, Reason, outcome_of
from resources.links.hosts import Hosts
from resources.links.network import Network, RefusedError

REDIRECTS = {301, 302, 303, 307, 308}
TOO_MANY = 429
FOR_GOOD = {301, 308}  # RFC 9110, 15.4: use the new address from now on
NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
LONGEST_HEADER = 200
LONGEST_WAIT = timedelta(days=30)  # whatever a server asks for


@dataclass(frozen=True)
class Limits:
    """Of one request in seconds, in all and for each step; and how many redirects are followed."""

    total: float = 20
    step: float = 10
    hops: int = 5


class Visitor:
    """Asks as a polite reader without cookies would."""

    def __init__(self, hosts: Hosts, network: Network | None = None, limits: Limits | None = None):
        self.hosts, self.network = hosts, network or Network()
        self.limits = limits or Limits()

    def visit(self, address: str, etag: str = "", last_modified: str = "") -> Finding:
        """Return what an address in its normal form leads to.

        With the marks of a former answer, a server may say that nothing has changed. Raises
        StoppedError, and LeftAloneError where a host on the way asked for peace.
        """
        marks = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        here, seen, moved_to, is_for_good = address, {address}, "", True
        for _hop in range(self.limits.hops + 1):
            answer = self.answer_of(here, marks if here == address else {})
            following = "" if isinstance(answer, Finding) else redirect_of(answer)
            if not following:
                return finding_of(answer, here, is_marked=here == address).after_moves(moved_to)
            here = target_of(here, following)
            is_for_good = is_for_good and answer.status in FOR_GOOD
            moved_to = here if is_for_good else moved_to
            if here in seen or not here:
                return broken_redirect(here, answer.status)
            seen.add(here)
        return Finding(Outcome.FAILED, Reason.HOPS, answer.status, host_of(here))

    def answer_of(self, address: str, marks: dict) -> Answer | Finding:
        """Return what the server answers, or the finding where none does."""
        try:
            parts = askable(address)
            with self.hosts.turn(parts.hostname):
                deadline = Deadline(self.limits.total, self.limits.step)
                answer = ask(parts, headers(marks), self.network, deadline)
                if wait := wait_of(answer):
                    self.hosts.leave_alone(parts.hostname, wait)
                return answer
        except (RefusedError, OSError, HTTPException, ValueError) as error:
            return finding_of_error(error, host_of(address))


def askable(address: str):
    """Return the parts of an address that may be asked. Raises RefusedError."""
    parts = urlsplit(address)
    if parts.scheme not in PORTS:
        raise RefusedError(Reason.SCHEME)
    if "@" in parts.netloc:
        raise RefusedError(Reason.PASSWORD)
    return parts


def headers(marks: dict) -> dict:
    """Return what a request says of itself; who wonders at it can look us up."""
    agent = f"Mozilla/5.0 (compatible; LinkCheck/1.0; +{settings.SITE_URL}/)"
    own = {"User-Agent": agent, "Accept": "*/*", "Connection": "close"}
    return own | {name: mark for name, mark in marks.items() if mark}


def redirect_of(answer: Answer) -> str:
    """Return the address that an answer redirects to, as it stands there; "" if to none."""
    return (answer.headers.get("Location") or "") if answer.status in REDIRECTS else ""


def target_of(here: str, location: str) -> str:
    """Return where a redirect leads, "" for nowhere."""
    with suppress(ValueError):
        # Headers are read as Latin-1; browsers take them for UTF-8.
        location = location.encode("latin-1").decode()
    with suppress(ValueError):
        return normal(urljoin(here, location))
    return ""


def broken_redirect(target: str, status: int) -> Finding:
    reason = Reason.LOOP if target else Reason.GARBAGE
    return Finding(Outcome.FAILED, reason, status, host_of(target))


def finding_of(answer: Answer | Finding, address: str, is_marked: bool) -> Finding:
    """Return what the last answer means. Its marks are of use only where no redirect led to it."""
    if isinstance(answer, Finding):
        return answer
    marks = {"etag": "ETag", "last_modified": "Last-Modified"} if is_marked else {}
    kept = {name: (answer.headers.get(mark) or "") for name, mark in marks.items()}
    return Finding(
        outcome_of(answer.status),
        status=answer.status,
        host=host_of(address),
        retry_after=wait_of(answer),
        **{name: mark for name, mark in kept.items() if can_be_kept(mark)},
    )


def can_be_kept(mark: str) -> bool:
    return len(mark) <= LONGEST_HEADER and mark.isprintable()


def wait_of(answer: Answer) -> timedelta | None:
    """Return how long a host is left alone after an answer that leads no further.

    A day where it has too much to do but does not say until when.
    """
    if redirect_of(answer):
        return None
    wait = retry_after(answer.headers.get("Retry-After"))
    return wait or (timedelta(days=1) if answer.status == TOO_MANY else None)


def retry_after(value: str | None) -> timedelta | None:
    """Return how long a server asks to be left alone: in seconds, or until a day (RFC 9110)."""
    with suppress(ValueError, TypeError, OverflowError):
        if value and value.strip().isdecimal():
            return min(timedelta(seconds=int(value)), LONGEST_WAIT)
        wait = parsedate_to_datetime(value) - timezone.now()
        return min(wait, LONGEST_WAIT) if wait > timedelta() else None
    return None


def finding_of_error(error: Exception, host: str) -> Finding:
    """Return what it means that no server answered."""
    if isinstance(error, RefusedError):
        return Finding(Outcome.REFUSED, error.reason, host=host)
    if isinstance(error, socket.gaierror) and error.errno in NO_SUCH_NAME:
        return Finding(Outcome.GONE, Reason.NAME, host=host)
    return Finding(Outcome.FAILED, reason_of(error), host=host)


def reason_of(error: Exception) -> Reason:
    if isinstance(error, socket.gaierror):
        return Reason.NAME_SERVER
    if isinstance(error, TimeoutError):
        return Reason.TIME
    if isinstance(error, ssl.SSLError):
        return Reason.TLS
    return Reason.CONNECTION if isinstance(error, OSError) else Reason.GARBAGE
