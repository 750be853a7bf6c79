"""Take an address off the suppression list."""

from django.core.management.base import BaseCommand

from forms.outbox import suppression


class Command(BaseCommand):
    help = (
        "Lets an address get mail again that staff suppressed by mistake, or that bounced once. "
        "What was suppressed meanwhile is not sent."
    )

    def add_arguments(self, parser):
        parser.add_argument("address")

    def handle(self, *, address, **options):
        known = suppression.allow(address)
        self.stdout.write("It gets mail again." if known else "It was not on the list.")
