"""Opens a society's section, and keeps its three parts together."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Collection, CollectionViewRestriction

from members.models import MemberSocietyPage, Section
from members.role_sync import grant_section
from members.roles import ROLES


@transaction.atomic
def open_section(society: MemberSocietyPage) -> Section:
    """Return the section of a society, made with its group, collections and rights if need be."""
    section = Section.objects.filter(society=society).first()
    return section or make_section(society)


def make_section(society: MemberSocietyPage) -> Section:
    root = Collection.get_first_root_node()
    section = Section.objects.create(
        society=society,
        group=Group.objects.create(name=group_name(society)),
        drafts=root.add_child(name=drafts_name(society)),
        published=root.add_child(name=published_name(society)),
    )
    keep_private(section)
    grant_section(section)
    return section


def keep_private(section: Section) -> None:
    """Let only the section's editors and staff open the documents of drafts."""
    restriction = CollectionViewRestriction.objects.create(
        collection=section.drafts, restriction_type=CollectionViewRestriction.GROUPS
    )
    editing = [role.name for role in ROLES if role.page_permissions]
    staff = Group.objects.filter(name__in=editing)
    restriction.groups.set([section.group, *staff])


def rename_section(section: Section) -> None:
    """Name the group and the collections after the society."""
    for part, name in (
        (section.group, group_name(section.society)),
        (section.drafts, drafts_name(section.society)),
        (section.published, published_name(section.society)),
    ):
        part.name = name
        part.save(update_fields=["name"])


def group_name(society) -> str:
    # The number keeps names apart that are the same or are cut.
    return f"Editors {society.pk}: {society.title}"[:150]


def published_name(society) -> str:
    return society.title[:255]


def drafts_name(society) -> str:
    return _("%(society)s: drafts") % {"society": society.title[:200]}
