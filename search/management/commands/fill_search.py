from django.core.management import BaseCommand

from search.filling import fill


class Command(BaseCommand):
    """Let readers find pages that the search does not know yet. Releases run it."""

    help = "Index the published pages that the search does not know; update_index does all anew."

    def handle(self, **options):
        self.stdout.write(f"{fill()} pages added to the search.")
