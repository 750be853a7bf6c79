"""A society's page and its collections stay: its history and its section hang on them."""

from django.db.models import Q
from django.utils.translation import gettext as _

from members.models import MemberSocietyPage, Section


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


def describe_section_files(collection) -> dict | None:
    """Say whose files a collection is for, so that it stays (hook describe_collection_contents)."""
    of_collection = Q(drafts=collection) | Q(published=collection)
    section = Section.objects.filter(of_collection).select_related("society").first()
    if section is None:
        return None
    return {"count": 1, "count_text": _("The files of %(society)s") % {"society": section}}
