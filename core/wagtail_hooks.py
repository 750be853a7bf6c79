from wagtail import hooks

from core.account_guards import protect_superuser, protect_superusers
from core.admin_theme import theme_stylesheet
from core.deletion import refuse_bulk_deletion, refuse_deletion
from core.publishing import refuse_bulk_publishing

hooks.register("insert_global_admin_css", theme_stylesheet)
hooks.register("before_delete_page", refuse_deletion)
hooks.register("before_bulk_action", refuse_bulk_deletion)
hooks.register("before_bulk_action", refuse_bulk_publishing)
hooks.register("before_edit_user", protect_superuser)
hooks.register("before_delete_user", protect_superuser)
hooks.register("before_bulk_action", protect_superusers)
