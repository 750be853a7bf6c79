"""End what is kept no longer."""

from django.conf import settings
from django.core.management.base import BaseCommand

from forms import retention


class Command(BaseCommand):
    help = (
        "Erases pledges and deletes messages that are older than their form keeps them, and "
        "deletes old mail that was sent, failed or was suppressed. Confirmed pledges go on being "
        "counted. To be run now and then; running it twice, or twice at once, does no harm."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would be done, and do nothing."
        )

    def handle(self, *, dry_run, verbosity, **options):
        lines = foreseen() if dry_run else done()
        for line in lines:
            if verbosity:
                self.stdout.write(line)


def foreseen():
    """Yield for each form, and for the mail, what would be done."""
    for page in retention.form_pages():
        yield line_of(page, retention.count_overdue(page))
    yield mail_line(retention.overdue_mail().count())


def done():
    """Do it, and yield what was; nothing where there was nothing to do."""
    for page in retention.form_pages():
        if ended := retention.end_overdue(page):
            yield line_of(page, ended)
    if mails := retention.delete_overdue_mail():
        yield mail_line(mails)


def line_of(page, ended) -> str:
    form = f"{page.title} ({page.locale.language_code}), {page.kept_months} months"
    pledges = f"{ended['pledges']} pledges ({ended['counted']} go on being counted)"
    return f"{form}: {pledges}, {ended['messages']} messages"


def mail_line(mails: int) -> str:
    return f"Mail, {settings.OUTBOX_KEEP_DAYS} days: {mails}"
