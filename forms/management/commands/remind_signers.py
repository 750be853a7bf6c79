"""Remind signers who have not confirmed, drop those who never do, forget old tallies."""

from django.core.management.base import BaseCommand

from forms import limits, reminders


class Command(BaseCommand):
    help = (
        "Writes the reminders that are due (two at most for each pledge), deletes the pledges that "
        "were not confirmed in time, and forgets what was counted against misuse. To be run now "
        "and then; running it twice, or twice at once, changes nothing."
    )

    def handle(self, **options):
        dropped, reminded = reminders.drop_all(), reminders.remind_all()
        limits.forget()
        if options["verbosity"] > 0 and (dropped or reminded):
            self.stdout.write(f"{reminded} reminded, {dropped} dropped")
