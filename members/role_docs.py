"""docs/roles.md: who may do what, written from the tables that grant it."""

from collections import defaultdict

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import override

from members.access.rules import INSTEAD, OPEN, OWN
from members.roles import ROLES, SOCIETY_EDITOR, Role

ACTIONS = {
    "add": "add",
    "change": "change",
    "delete": "delete",
    "view": "look at",
    "choose": "choose",
    "export": "export",
    "publish": "publish and unpublish",
    "lock": "lock",
    "unlock": "unlock",
    "bulk_delete": "delete with all below them",
}
# Rights that are not an action on one kind of thing.
OTHERS = {
    "wagtailadmin.access_admin": "open the admin",
    "wagtail_localize.submit_translation": "begin translations",
}
HEAD = """# Who may do what

Written by `make roles` from `members/roles.py` and `members/access/rules.py`, which grant it;
change those and run it again. `manage.py sync_roles` applies the table in each release. Who holds
a role is set in the admin, under Settings, Users. An account that is marked as superuser
("Administrator" in Wagtail's own form) may do everything.
"""


def roles_page() -> str:
    """Return the text of docs/roles.md, in English."""
    with override("en"):
        parts = [HEAD, *(staff_part(role) for role in ROLES), section_part(), screens_part()]
    return "\n".join(parts)


def staff_part(role: Role) -> str:
    """Describe a role of staff; its rights on pages and files hold everywhere."""
    lines = [
        *(OTHERS[name] for name in role.permissions if name in OTHERS),
        *([f"pages: {listed(role.page_permissions)}"] if role.page_permissions else []),
        *by_thing(role.collection_permissions),
        *by_thing(name for name in role.permissions if name not in OTHERS),
    ]
    return part(role.name, role.purpose, lines)


def section_part() -> str:
    """Describe what the editors of a society may do in their section, and nowhere else."""
    role = SOCIETY_EDITOR
    lines = [
        *(OTHERS[name] for name in role.permissions),
        f"the page of the society, and the pages below it: {listed(role.page_permissions)}",
        *(f"files of drafts, {line}" for line in by_thing(role.draft_permissions)),
        *(f"published files, {line}" for line in by_thing(role.published_permissions)),
    ]
    return part("Editors of a society (one group for each society)", role.purpose, lines)


def screens_part() -> str:
    """List the addresses of the admin that a society's editors reach, by name."""
    return "\n".join(
        [
            "## The screens of a society's editors\n",
            "All other addresses of the admin are refused. Always open:\n",
            *(f"- `{name}`" for name in sorted(OPEN)),
            "\nOpen for what is their own:\n",
            *(f"- `{name}`" for name in sorted(OWN)),
            "\nAnswered with another screen:\n",
            *(f"- `{name}`: `{other}`" for name, other in sorted(INSTEAD.items())),
            "",
        ]
    )


def part(title: str, purpose: str, lines: list[str]) -> str:
    items = "\n".join(f"- {capfirst(line)}" for line in lines)
    return f"## {title}\n\n{purpose}\n\n{items}\n"


def by_thing(names) -> list[str]:
    """Return one line for each kind of thing: "redirects: add, change"."""
    actions = defaultdict(list)
    for name in names:
        app, codename = name.split(".")
        model = codename.rsplit("_", 1)[1]
        actions[app, model].append(codename)
    return [f"{thing(*key)}: {listed(codenames)}" for key, codenames in actions.items()]


def thing(app: str, model: str) -> str:
    return str(apps.get_model(app, model)._meta.verbose_name_plural).lower()


def listed(codenames: list[str]) -> str:
    return ", ".join(ACTIONS[codename.rsplit("_", 1)[0]] for codename in codenames)
