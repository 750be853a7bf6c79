"""What one visit to an address found."""

from dataclasses import dataclass, replace
from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Outcome(TextChoices):
    OK = "ok", _("works")
    MOVED = "moved", _("moved for good")
    BLOCKED = "blocked", _("closed to robots")
    GONE = "gone", _("is not there")
    FAILED = "failed", _("failed")
    REFUSED = "refused", _("not asked")


class Reason(TextChoices):
    """What went wrong, where no answer of a server says it."""

    TIME = "time", _("no answer in time")
    CONNECTION = "connection", _("no connection, or it broke off")
    NAME = "name", _("there is no host of this name")
    NAME_SERVER = "name_server", _("the name of the host could not be looked up")
    TLS = "tls", _("no safe connection: the certificate or the protocol is wrong")
    GARBAGE = "garbage", _("what answered is no web server")
    LOOP = "loop", _("it redirects in a circle")
    HOPS = "hops", _("it redirects too often")
    INSIDE = "inside", _("it leads into a private network")
    PORT = "port", _("web sites do not use this port")
    SCHEME = "scheme", _("only http:// and https:// are checked")
    PASSWORD = "password", _("it holds a user name or password")


# The server lives and keeps robots out, or asks for an account; a reader may well get in. 405:
# it answers no GET. 999: LinkedIn's own.
BLOCKED = {401, 403, 405, 429, 999}
GONE = {404, 410}


@dataclass(frozen=True)
class Finding:
    """One visit. `host` is the one that answered last, `status` what it answered, if anything."""

    outcome: Outcome
    reason: str = ""
    status: int | None = None
    host: str = ""
    moved_to: str = ""
    etag: str = ""
    last_modified: str = ""
    retry_after: timedelta | None = None

    @property
    def is_answer(self) -> bool:
        """Whether a server answered at all."""
        return self.status is not None

    def after_moves(self, moved_to: str) -> "Finding":
        """The same for an address that leads here for good."""
        if self.outcome != Outcome.OK or not moved_to:
            return self
        return replace(self, outcome=Outcome.MOVED, moved_to=moved_to)


def outcome_of(status: int) -> Outcome:
    """Return what an answer that is no redirect means."""
    if 200 <= status < 300 or status == 304:
        return Outcome.OK
    if status in BLOCKED:
        return Outcome.BLOCKED
    return Outcome.GONE if status in GONE else Outcome.FAILED
