from django.core.management.base import BaseCommand
from wagtail.models import Page

from resources.models import TypedNumber
from resources.number_check.table import keep_numbers

PAGES_AT_A_TIME = 50


class Command(BaseCommand):
    """Notes the numbers of all published pages, for the report on typed numbers.

    Each publication notes those of its page, so this is for pages that were published before.
    """

    help = "Notes which numbers stand in published pages, for the report on typed numbers."

    def handle(self, *args, **options):
        live = list(Page.objects.live().order_by("pk").values_list("pk", flat=True))
        TypedNumber.objects.exclude(page__live=True).delete()
        for start in range(0, len(live), PAGES_AT_A_TIME):
            pages = Page.objects.filter(pk__in=live[start : start + PAGES_AT_A_TIME])
            for page in pages.specific():
                keep_numbers(page)
        count = TypedNumber.objects.count()
        self.stdout.write(f"{len(live)} pages, {count} numbers and quotes")
