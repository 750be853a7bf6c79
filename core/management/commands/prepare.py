"""Everything that a release, or `make run`, does before the site is served."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError, call_command
from wagtail.models import Page, Site

from core.administrator import make_first_administrator
from core.mail_route import mail_route
from core.reserved_slugs import hidden_pages
from core.site_address import follow_site_url


class Command(BaseCommand):
    """Bring the database up to date, fill a new one, and say how to use the site.

    It can be run again at any time: nothing that is there is doubled or changed.
    """

    help = "Bring the database up to date, fill a new one, and say how to use the site."

    def handle(self, **options):
        self.stdout.write("Bringing the database up to date ...")
        call_command("migrate", interactive=False, verbosity=0)
        call_command("sync_roles", stdout=self.stdout)
        if site_is_empty():
            self.stdout.write("Loading the site ...")
            call_command("load_site", stdout=self.stdout)
        call_command("keep_figure_versions")
        call_command("fill_search", stdout=self.stdout)
        follow_site_url(Site.objects.get(is_default_site=True))
        self.tell_of_hidden_pages()
        self.tell_how_to_use_it(how_to_log_in())

    def tell_of_hidden_pages(self):
        for page in hidden_pages():
            self.stderr.write(
                f"Nobody can read {page.title}: the site answers /{page.slug}/ itself."
            )

    def tell_how_to_use_it(self, login):
        """Write where to look, how to log in and where mail goes."""
        self.stdout.write(f"\n  The site    {settings.SITE_URL}/")
        self.stdout.write(f"  To edit it  {settings.SITE_URL}/admin/ {login}")
        self.stdout.write(f"  Its mail    {mail_route()}\n\n")


def site_is_empty():
    """Whether nobody has put a page of their own at the top of the default site.

    Wagtail's migrations put a plain `Page` there. Once it is replaced the site belongs to its
    staff, who may have deleted loaded pages on purpose, so it is not loaded again.
    """
    plain = ContentType.objects.get_for_model(Page)
    sites = Site.objects.filter(is_default_site=True)
    return not sites.exclude(root_page__content_type=plain).exists()


def how_to_log_in():
    """Make the first administrator if there is none, and say with which account to log in."""
    try:
        administrator = make_first_administrator()
    except ValidationError as error:
        raise CommandError(f"ADMIN_EMAIL: {' '.join(error.messages)}") from error
    if administrator is None:
        return "with your account"
    if administrator.new_password is None:
        return f"as {administrator.email}, with the password in ADMIN_PASSWORD"
    return (
        f"as {administrator.email}, password {administrator.new_password}"
        " (shown only now; change it under Account)"
    )
