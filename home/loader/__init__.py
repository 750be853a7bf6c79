"""Builds the whole site from the data files in `home/seed/`.

It only ever adds: a page that is there, under whatever title, slug or parent staff have
given it since, is left alone.
"""

from django.db import transaction

from home.loader.forms import load_forms
from home.loader.home import load_footer_menu, load_home
from home.loader.members import load_members
from home.loader.resources import load_resources
from home.loader.statistics import load_statistics
from members.role_sync import sync_roles


@transaction.atomic
def load_site() -> list[str]:
    """Add what is missing of the seed; return the titles of the pages that were added."""
    sync_roles()  # what is loaded names groups
    home, added = load_home()
    is_new = bool(added)
    for load in (load_members, load_statistics, load_resources, load_forms):
        added += load(home)
    if is_new:
        load_footer_menu(home)
    return added
