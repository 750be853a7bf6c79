from django.core.management.base import BaseCommand

from home.loader import load_site


class Command(BaseCommand):
    help = "Build the site from home/seed/. Adds what is missing and changes nothing else."

    def handle(self, *args, **options):
        added = load_site()
        self.stdout.write(f"Pages added: {len(added)}.")
