"""Reading a bounce: what a mail server reports about a mail it could not deliver (RFC 3464).

Anybody can send one, so nothing in it is believed here, and nothing in it may end in an error but
NoReportError.
"""

import re
from dataclasses import dataclass, field
from email import message_from_bytes, message_from_string
from email.message import Message

REPORT = "message/delivery-status"
RETURNED = {"message/rfc822", "text/rfc822-headers"}  # all of the mail, or its headers (RFC 6522)
STATUS = re.compile(r"\s*([245])\.(\d{1,3})\.(\d{1,3})(?!\d)")  # RFC 3463, section 2
# Printable ASCII alone: nothing else is looked for in the database or comes near a terminal.
ADDRESS = re.compile(r"[!-;=?A-~]{1,64}@[A-Za-z0-9.:\-\[\]]{1,255}")
MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,310}>")
MOST_RECIPIENTS = 20  # a mail of ours has one
MOST_BYTES = 2_000_000  # a report stands at the beginning; what it returns may be cut


class NoReportError(Exception):
    """The message is no delivery report, or not one that can be understood."""


@dataclass(frozen=True)
class Recipient:
    """What became of the mail for one address (RFC 3464, section 2.3)."""

    address: str
    status: str  # such as "5.1.1"

    @property
    def is_permanent(self) -> bool:
        return self.status.startswith("5")


@dataclass(frozen=True)
class Report:
    recipients: list[Recipient] = field(default_factory=list)
    message_id: str = ""  # of the mail it is about, when that was returned


def read(message: bytes) -> Report:
    """Return what a delivery report says. Raises NoReportError for everything else."""
    try:
        report = _read(message_from_bytes(message[:MOST_BYTES]))
    except Exception:  # whatever the parser meets in a broken or hostile message
        raise NoReportError from None
    if not report.recipients:
        raise NoReportError
    return report


def _read(message: Message) -> Report:
    if message.get_content_type() != "multipart/report":
        raise NoReportError
    parts = message.get_payload()
    (status,) = [part for part in parts if part.get_content_type() == REPORT]
    returned = [part for part in parts if part.get_content_type() in RETURNED]
    # The first block is about the message, each further one about a recipient (section 2.1).
    found = [_recipient(block) for block in status.get_payload()[1 : 1 + MOST_RECIPIENTS]]
    return Report([one for one in found if one], _message_id(returned[0]) if returned else "")


def _recipient(block: Message) -> Recipient | None:
    """Return whom a block is about; None if it says neither address nor failure or delay.

    The final recipient is where the mail ended, after every forwarding (section 2.3.2).
    """
    kind, _, address = str(block["Final-Recipient"] or "").partition(";")
    status = STATUS.match(str(block["Status"] or ""))
    address = address.strip().strip("<>")
    if kind.strip().lower() != "rfc822" or not status or not ADDRESS.fullmatch(address):
        return None
    return Recipient(address, ".".join(status.groups()))


def _message_id(part: Message) -> str:
    payload = part.get_payload()
    if part.get_content_type() == "text/rfc822-headers":
        headers = message_from_string(payload)
    else:
        headers = payload[0]
    found = MESSAGE_ID.search(str(headers["Message-ID"] or ""))
    return found[0] if found else ""
