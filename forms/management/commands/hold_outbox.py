"""Hold all waiting mail, as after a restore."""

from django.core.management.base import BaseCommand

from forms.outbox import by_staff


class Command(BaseCommand):
    help = "Keeps back all mail that waits to be sent, until release_outbox or staff let it go."

    def handle(self, **options):
        self.stdout.write(f"{by_staff.hold()} held")
