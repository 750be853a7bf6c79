"""A society's page stays: the coalition's history and the society's section hang on it."""

from django.db.models import Q
from django.utils.translation import gettext as _

from members.models import MemberSocietyPage


def why_history_keeps_it(page) -> str:
    """Say why a page stays that is a society's, or has one below it."""
    within = MemberSocietyPage.objects.filter(path__startswith=page.path)
    kept = Q(memberships__isnull=False) | Q(section__isnull=False)
    if not within.filter(kept).exists():
        return ""
    return _(
        "The membership history needs the page of each society. If a society leaves, choose "
        "“This society leaves” on its page. To hide a page from readers, unpublish it."
    )
