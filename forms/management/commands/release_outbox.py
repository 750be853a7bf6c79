"""Let held mail be sent."""

from django.core.management.base import BaseCommand

from forms.outbox import by_staff


class Command(BaseCommand):
    help = "Lets all held mail be sent, whyever it was held."

    def handle(self, **options):
        self.stdout.write(f"{by_staff.release()} released")
