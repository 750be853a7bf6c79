"""Send the mail in the outbox, once or as a service."""

import contextlib
import signal
import threading

from django.core.management.base import BaseCommand

from forms.outbox.runner import Runner
from forms.outbox.sender import send_due


class Command(BaseCommand):
    help = (
        "Sends the mail that is due now and exits; with --loop, goes on until SIGTERM or SIGINT. "
        "Any number may run at the same time. Either signal lets the mail in hand be finished."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--loop", action="store_true", help="Keep running and send mail as it comes."
        )

    def handle(self, *, loop, **options):
        runner = Runner()
        with _stopped_by_signals(runner):
            if loop:
                runner.run()
            else:
                self._send_once(runner)

    def _send_once(self, runner):
        report = send_due(runner.is_stopping)
        self.stdout.write(str(report))
        if report.server_lost:
            self.stderr.write("The mail server was lost; what is left waits for the next run.")


@contextlib.contextmanager
def _stopped_by_signals(runner):
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may have signal handlers
        return
    before = {
        number: signal.signal(number, lambda *_: runner.stop())
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
