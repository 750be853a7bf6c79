from django.core.management.base import BaseCommand

from members.role_docs import roles_page


class Command(BaseCommand):
    help = "Write to standard output who may do what, as docs/roles.md says it."

    def handle(self, *args, **options):
        self.stdout.write(roles_page(), ending="")
