"""A real SMTP server for tests, that accepts, refuses, hangs up or never answers as told."""

import asyncio
import contextlib
import email
import email.policy
import socket
import threading
from collections import defaultdict, deque

from aiosmtpd.controller import Controller

DROP = "drop"  # as an answer: hang up instead of answering
SILENCE = "silence"  # as an answer: never say anything again


class Sink(Controller):
    """Start with `with Sink() as sink:`; it listens on `sink.port`.

    `to_sender` holds what to say to the next MAIL commands, `to_recipient[address]` to the next
    RCPT commands for that address, `to_text` to the next mails once their text has come. An answer
    is a reply line, DROP or SILENCE; where nothing is left to say, the mail is taken.

    `on_mail(count)` is called in a thread with the number of mails taken so far, this one
    included, before the sender is told that it was taken.
    """

    def __init__(self, port=0, on_mail=None):
        super().__init__(handler=self, hostname="127.0.0.1", port=port)
        self.to_sender = deque()
        self.to_recipient = defaultdict(deque)
        self.to_text = deque()
        self.connections = 0
        self.on_mail = on_mail or (lambda count: None)
        self._mails = []
        self._changed = threading.Condition()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *error):
        self.stop()

    @property
    def mails(self):
        """The messages taken so far."""
        with self._changed:
            return list(self._mails)

    @property
    def recipients(self):
        return [mail["To"] for mail in self.mails]

    def wait_for(self, count, timeout=15):
        """Wait until `count` mails were taken; AssertionError if that does not happen."""
        with self._changed:
            came = self._changed.wait_for(lambda: len(self._mails) >= count, timeout)
            assert came, f"{len(self._mails)} of {count} mails came"

    # What aiosmtpd calls.

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()
        self.connections = 0  # the one just made was no sender's

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802
        answer = await self._next(self.to_sender, server)
        if answer is None:
            envelope.mail_from = address
        return answer or "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        answer = await self._next(self.to_recipient[address], server)
        if answer is None:
            envelope.rcpt_tos.append(address)
        return answer or "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        answer = await self._next(self.to_text, server)
        if answer is None:
            count = self._take(envelope)
            await asyncio.get_running_loop().run_in_executor(None, self.on_mail, count)
        return answer or "250 OK"

    def _take(self, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        with self._changed:
            self._mails.append(mail)
            self._changed.notify_all()
            return len(self._mails)

    @staticmethod
    async def _next(answers, server):
        answer = answers.popleft() if answers else None
        if answer == DROP:
            server.transport.abort()
        if answer == SILENCE:
            await asyncio.Event().wait()
        return answer


def send_to(settings, port, timeout=10):
    """Make Django send mail to `port` of this machine."""
    settings.OUTBOX_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    settings.EMAIL_TIMEOUT = timeout


class MuteServer:
    """A server that takes connections and says nothing, for use with `with`."""

    def __enter__(self):
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.setblocking(False)
        self.port = self._listener.getsockname()[1]
        return self

    def __exit__(self, *error):
        self._listener.close()

    def count_connections(self):
        """How many connections were made since this was last asked."""
        count = 0
        with contextlib.suppress(BlockingIOError):
            while True:
                self._listener.accept()[0].close()
                count += 1
        return count
