from django.core.management import BaseCommand

from resources.history import keep_versions
from resources.models import StatisticPage


class Command(BaseCommand):
    """Keep a first version of figures that went live before versions were kept.

    A migration could not: what a figure says is made by code. It can be run again at any time.
    """

    help = "Keep a first version of each live figure of which none is kept."

    def handle(self, **options):
        for page in StatisticPage.objects.live().filter(figure_versions=None):
            keep_versions(page)
