"""Take in a bounce that came back by mail."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from forms.outbox import bounces, dsn


class Command(BaseCommand):
    help = (
        "Reads one message and, if it reports a permanent failure of a mail of ours (RFC 3464), "
        "marks that mail and suppresses its address. Fails if the message is no such report."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", default="-", help="A file, or - for standard input.")

    def handle(self, *, file, **options):
        try:
            report = dsn.read(message_in(file))
        except dsn.NoReportError:
            raise CommandError("This is no delivery report (RFC 3464). Nothing was done.") from None
        for line in bounces.apply(report):
            self.stdout.write(line)


def message_in(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise CommandError(f"The file cannot be read ({type(error).__name__}).") from None
