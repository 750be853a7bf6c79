"""Who may do what, as one declared table.

`manage.py sync_roles` applies it, and writes docs/roles.md from it. Permissions are named
`app.codename` as Django does. The page and collection rights of a role of staff hold for the
whole tree, those of a society's editors in their section only.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Role:
    """A group of accounts and its rights."""

    name: str
    purpose: str
    permissions: list[str] = field(default_factory=list)
    page_permissions: list[str] = field(default_factory=list)
    collection_permissions: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class SectionRole:
    """What the editors of one society may do in their section. Each section has its own group."""

    purpose: str
    permissions: list[str]
    page_permissions: list[str]
    draft_permissions: list[str]
    published_permissions: list[str]


def every(model: str, *actions: str) -> list[str]:
    """Return the permission names of a model, `app.model`, for these actions or all."""
    app, name = model.split(".")
    return [f"{app}.{action}_{name}" for action in actions or ("add", "change", "delete", "view")]


PAGES = ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"]
FILES = [
    *every("wagtailimages.image", "add", "change", "delete", "choose"),  # whatever the image model
    *every("wagtaildocs.document", "add", "change", "delete", "choose"),
    *every("wagtailcore.collection", "add", "change", "delete"),
]

COMMUNICATIONS = Role(
    name="Communications",
    purpose="Edits and publishes every page, adds societies, reviews what they submit.",
    permissions=[
        "wagtailadmin.access_admin",
        "core.change_coalitionsettings",
        *every("wagtailredirects.redirect"),
        *every("wagtailsearchpromotions.searchpromotion"),
        "wagtail_localize.submit_translation",
        *every("members.section", "add", "change", "view"),
        *every("members.membership"),
        *every("members.invitation", "add", "change", "view"),
        *every("resources.term"),
        *every("resources.source"),
        *every("resources.publisher"),
        *every("resources.link", "change", "view"),
        *every("forms.message", "view"),
        *every("forms.suggestion", "view"),
        *every("forms.problemreport", "view"),
        *every("forms.outgoingmail", "change", "view"),
    ],
    page_permissions=[*PAGES, "bulk_delete_page"],
    collection_permissions=FILES,
)

ADMINISTRATOR = Role(
    name="Administrators",
    purpose="Does all that communications does, and keeps the accounts, sites and workflows.",
    permissions=[
        *COMMUNICATIONS.permissions,
        *every("core.user"),
        *every("wagtailcore.site"),
        *every("wagtailcore.locale"),
        *every("wagtailcore.workflow"),
        *every("wagtailcore.task"),
    ],
    page_permissions=COMMUNICATIONS.page_permissions,
    collection_permissions=FILES,
)

PLEDGE_OFFICER = Role(
    name="Pledge officers",
    purpose="Looks after the pledges, and is the only role that sees who signed. Edits no page.",
    permissions=[
        "wagtailadmin.access_admin",
        *every("forms.pledge", "change", "view", "export"),
        *every("forms.pledgeexport", "view"),
    ],
)

ROLES = [COMMUNICATIONS, PLEDGE_OFFICER, ADMINISTRATOR]

# Never `publish`, and nothing in published files but to use them: all goes through review.
SOCIETY_EDITOR = SectionRole(
    purpose="Edits the page of one society, adds resources and proposes statistics below it, "
    "and submits them for review.",
    permissions=["wagtailadmin.access_admin"],
    page_permissions=["add_page", "change_page"],
    draft_permissions=[
        *every("wagtailimages.image", "add", "change", "delete", "choose"),
        *every("wagtaildocs.document", "add", "change", "delete", "choose"),
    ],
    published_permissions=[
        *every("wagtailimages.image", "choose"),
        *every("wagtaildocs.document", "choose"),
    ],
)
