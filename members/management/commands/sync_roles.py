from django.core.management.base import BaseCommand

from members.role_sync import sync_roles
from members.roles import ROLES


class Command(BaseCommand):
    help = "Give each role's group exactly the rights that members/roles.py declares."

    def handle(self, *args, **options):
        sync_roles()
        self.stdout.write(f"Roles in force: {', '.join(role.name for role in ROLES)}.")
