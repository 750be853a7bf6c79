from django.core.management.base import BaseCommand

from resources.links.run import Pace, check_due


class Command(BaseCommand):
    help = (
        "Visits the addresses of other sites that readers can follow and that are due: each once "
        "a week, and once a day while it fails. Ends by itself. A second run at the same time "
        "does nothing."
    )

    def add_arguments(self, parser):
        longest = Pace().seconds
        parser.add_argument(
            "--seconds", type=float, default=longest, help=f"The longest time to take ({longest})."
        )

    def handle(self, *, seconds, **options):
        records = check_due(Pace(seconds=seconds))
        if records is None:
            self.stdout.write("Another run is checking links.")
        elif records.counts or options["verbosity"] > 1:
            self.stdout.write(str(records))
