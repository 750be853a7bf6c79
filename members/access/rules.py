"""The addresses of the admin, by name, and what each is to somebody who is limited.

A name that no rule knows is refused. A test walks the URL resolver and asks for a rule for
every name, so that a new screen of a new version is a decision and not an accident.
"""

from fnmatch import fnmatchcase

from django.urls import ResolverMatch

from members.access import own

# Screens about the account itself, and what every screen is made of.
OPEN = {
    "wagtailadmin_home",
    "wagtailadmin_account",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_done",
    "wagtailadmin_password_reset_confirm",
    "wagtailadmin_password_reset_complete",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_dismissibles",
    "wagtailadmin_choose_page_external_link",
    "wagtailadmin_choose_page_email_link",
    "wagtailadmin_choose_page_phone_link",
    # Choosers and uploads, which keep to the collections that the account may choose from.
    "wagtailimages_chooser:choose",
    "wagtailimages_chooser:choose_results",
    "wagtailimages_chooser:create",
    "wagtaildocs_chooser:choose",
    "wagtaildocs_chooser:choose_results",
    "wagtaildocs_chooser:create",
    "wagtailadmin_editing_sessions:release",
    # Figures that readers can see.
    "resources_figure_chooser:choose",
    "resources_figure_chooser:choose_results",
    "resources_figure_chooser:chosen",
    # Lists what readers may see anyway.
    "resources_choose_figure",
}

# Lists of everything there is, and the screen that they get instead.
INSTEAD = {
    "wagtailadmin_explore_root": "wagtailadmin_home",
    "wagtailadmin_explore": "wagtailadmin_home",  # its filters name every owner of a page
    "wagtailadmin_explore_results": "wagtailadmin_home",
    "wagtailimages:index": "wagtailadmin_home",
    "wagtaildocs:index": "wagtailadmin_home",
    "wagtailadmin_choose_page": "wagtailadmin_choose_page_external_link",
}

# A check of the thing that the address names, and the name of the part that holds its key.
OWN = {
    "wagtailadmin_editing_sessions:ping": (own.page, "object_id"),
    "wagtailadmin_pages:add": (own.page, "parent_page_id"),
    "wagtailadmin_pages:preview_on_add": (own.page, "parent_page_id"),
    "wagtailadmin_pages:add_subpage": (own.page, "parent_page_id"),
    "wagtailadmin_pages:edit": (own.page, "page_id"),
    "wagtailadmin_pages:preview_on_edit": (own.page, "page_id"),
    "wagtailadmin_pages:view_draft": (own.page, "page_id"),
    "wagtailadmin_pages:delete": (own.page_below_society, "page_id"),
    "wagtailadmin_pages:confirm_workflow_cancellation": (own.page, "page_id"),
    "wagtailadmin_pages:revisions_view": (own.page, "page_id"),
    "wagtailadmin_pages:revisions_compare": (own.page, "pk"),
    "wagtailadmin_pages:workflow_history": (own.page, "page_id"),
    "wagtailadmin_pages:workflow_history_detail": (own.page, "page_id"),
    "wagtailadmin_pages:history": (own.page, "page_id"),
    "wagtailadmin_pages:history_results": (own.page, "page_id"),
    "wagtailimages:edit": (own.image, "image_id"),
    "wagtailimages:delete": (own.image, "image_id"),
    "wagtailimages_chooser:chosen": (own.image, "pk"),
    "wagtailimages_chooser:select_format": (own.image, "image_id"),
    "wagtaildocs:edit": (own.document, "document_id"),
    "wagtaildocs:delete": (own.document, "document_id"),
    "wagtaildocs_chooser:chosen": (own.document, "pk"),
    "forms_report_done": (own.reported, "report_id"),
}

# Known, and not for them. The patterns name whole parts of the admin that are staff's alone.
REFUSED = [
    "core_*",
    "forms_*",
    "members_*",
    "resources_*",
    "search_*",
    "wagtail_bulk_action",  # lists titles of whatever is named
    "wagtail_localize:*",
    "wagtail_modeladmin:*",
    "wagtailadmin_api:*",  # lists all images and documents
    "wagtailadmin_block_preview",
    "wagtailadmin_choose_page*",  # lists drafts of every section
    "wagtailadmin_collections:*",
    "wagtailadmin_error_test",
    "wagtailadmin_pages:*",
    "wagtailadmin_reports:*",
    "wagtailadmin_tag_*",  # tags of every section
    "wagtailadmin_workflows:*",
    "wagtaildocs:*",
    "wagtaildocs_chooser:chosen_multiple",
    "wagtailembeds:*",
    "wagtailforms:*",
    "wagtailimages:*",
    "wagtailimages_chooser:chosen_multiple",
    "wagtaillocales:*",
    "wagtailredirects:*",
    "wagtailsearchpromotions:*",
    "wagtailsettings:*",
    "wagtailsites:*",
    "wagtailsnippets:*",
    "wagtailusers_*",
]


def may_open(user, match: ResolverMatch) -> bool:
    """Tell whether somebody who is limited may open an address that was resolved."""
    check, part = OWN.get(match.view_name, (own.nothing, None))
    return match.view_name in OPEN or check(user, match.kwargs.get(part))


def is_known(name: str) -> bool:
    """Tell whether somebody has decided about the address of this name."""
    named = {*OPEN, *INSTEAD, *OWN}
    return name in named or any(fnmatchcase(name, pattern) for pattern in REFUSED)
