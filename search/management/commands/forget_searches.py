from django.core.management import BaseCommand

from search.forgetting import forget


class Command(BaseCommand):
    """Delete what was searched for over 90 days ago, or once and over 7. The upkeep runs it."""

    help = "Delete what was searched for over 90 days ago, or only once and over 7 days ago."

    def handle(self, **options):
        self.stdout.write(f"{forget()} counts of old searches deleted.")
