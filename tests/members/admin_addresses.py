"""Every address of the admin that the URL resolver knows, with the parts filled in."""

import re
from itertools import islice, product

from django.urls import URLPattern, get_resolver

# Which kind of thing a part of an address names.
PARTS = {
    "page_id": "page",
    "parent_page_id": "page",
    "page_to_move_id": "page",
    "destination_id": "page",
    "page_pk": "page",
    "image_id": "image",
    "document_id": "document",
    "doc_id": "document",
    "uploaded_file_id": "upload",
    "collection_id": "collection",
    "task_state_id": "task_state",
    "task_id": "task",
    "workflow_state_id": "workflow_state",
    "revision_id": "revision",
    "revision_id_a": "revision",
    "revision_id_b": "revision",
    "invitation_id": "invitation",
    "mail_id": "mail",
    "link_id": "link",
    "pledge_id": "pledge",
    "message_id": "message",
    "suggestion_id": "suggestion",
    "report_id": "report",
    "session_id": "session",
    "translation_source_id": "translation_source",
}
# The same for parts that say little, by the start of the address's name; else one of each kind.
SPARE = {"pk", "object_id", "instance_pk"}
OF_NAMESPACE = {
    "forms_message_modeladmin": ["message"],
    "forms_outgoingmail_modeladmin": ["mail"],
    "forms_pledge_modeladmin": ["pledge"],
    "resources_link_modeladmin": ["link"],
    "forms_problemreport_modeladmin": ["report"],
    "forms_suggestion_modeladmin": ["suggestion"],
    "wagtailadmin_api:documents": ["document"],
    "wagtailadmin_api:images": ["image"],
    "wagtailadmin_api:pages": ["page"],
    "wagtailadmin_collections": ["collection"],
    "wagtailadmin_pages": ["page"],
    "wagtailadmin_workflows": ["task", "workflow_state"],
    "wagtaildocs_chooser": ["document"],
    "wagtailimages_chooser": ["image"],
    "wagtaillocales": [],
    "wagtailsites": [],
    "wagtailusers_groups": ["group"],
    "wagtailusers_users": ["user"],
}
MODELS = [
    ("wagtailcore", "page"),
    ("members", "membersocietypage"),
    ("resources", "resourcepage"),
    ("resources", "statisticpage"),
    ("core", "customimage"),
    ("wagtaildocs", "document"),
    ("core", "user"),
    ("core", "coalitionsettings"),
]
WORDS = {
    "action": ["delete", "move", "publish", "unpublish", "add_tags", "add_to_collection"],
    "action_name": ["approve", "reject", "copy", "delete", "publish", "copy_for_translation"],
    "filter_spec": ["max-100x100"],
    "uidb64": ["MQ"],
    "token": ["set-password"],
    "mode": ["print"],
}
APPS = {"app_label", "app_name", "content_type_app_name"}
NAMES = {"model_name", "content_type_model_name"}
MOST = 12  # addresses for one pattern


def admin_patterns(resolver=None, namespaces=(), start=""):
    """Yield the name and the route of every address below /admin/."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = start + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            if route.startswith("admin/"):
                yield ":".join([*namespaces, pattern.name or "(no name)"]), route
        else:
            inner = [*namespaces, pattern.namespace] if pattern.namespace else namespaces
            yield from admin_patterns(pattern, inner, route)


def parts_of(route: str) -> list[str]:
    """Return the names of the parts of a route."""
    return re.findall(r"<(?:\w+:)?(\w+)>", route)


def addresses(name: str, route: str, ids: dict, models=MODELS) -> list[str]:
    """Return addresses of a route with the things of `ids`, of these models, filled in."""
    parts = parts_of(route)
    models = models if APPS & set(parts) else [("", "")]
    found = []
    for model in models:
        values = [values_of(name, part, model, ids) for part in parts]
        found += [filled(route, parts, combination) for combination in product(*values)]
    return list(islice(dict.fromkeys(found), MOST))


def values_of(name, part, model, ids) -> list:
    if part in APPS:
        return [model[0]]
    if part in NAMES:
        return [model[1]]
    if part in SPARE:
        kinds = next((OF_NAMESPACE[n] for n in OF_NAMESPACE if name.startswith(n)), list(ids))
        return [key for kind in kinds for key in ids.get(kind, [])[:2]] or [1]
    return WORDS.get(part) or ids.get(PARTS.get(part, ""), [1])


def filled(route, parts, values) -> str:
    address = re.sub(r"\^|\$$", "", route)
    for part, value in zip(parts, values, strict=True):
        pattern = rf"\(\?P<{part}>(?:[^()]|\([^()]*\))*\)|<(?:\w+:)?{part}>"
        address = re.sub(pattern, str(value), address, count=1)
    return "/" + address.replace(r"\.", ".").replace(".*", "anything")
