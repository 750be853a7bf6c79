"""Who may do what, as one declared table.

`manage.py sync_roles` applies it. Permissions are named `app.codename` as Django does;
page and collection rights hold for the whole tree.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Role:
    """A group of accounts and its rights."""

    name: str
    permissions: list[str] = field(default_factory=list)
    page_permissions: list[str] = field(default_factory=list)
    collection_permissions: list[str] = field(default_factory=list)


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
    permissions=[
        "wagtailadmin.access_admin",
        "core.change_coalitionsettings",
        *every("wagtailredirects.redirect"),
        "wagtail_localize.submit_translation",
        *every("forms.contactmessage", "view"),
        *every("forms.outgoingmail", "view"),
    ],
    page_permissions=[*PAGES, "bulk_delete_page"],
    collection_permissions=FILES,
)

ADMINISTRATOR = Role(
    name="Administrators",
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

ROLES = [COMMUNICATIONS, ADMINISTRATOR]
