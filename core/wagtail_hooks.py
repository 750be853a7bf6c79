from wagtail import hooks

from core.account_guards import protect_superuser, protect_superusers
from core.admin_theme import theme_stylesheet
from core.deletion import refuse_bulk_deletion, refuse_deletion
from core.image_report import ImageReport, admin_addresses
from core.publishing import refuse_bulk_publishing
from core.staff_report import item_of

hooks.register("insert_global_admin_css", theme_stylesheet)
hooks.register("before_delete_page", refuse_deletion)
hooks.register("before_bulk_action", refuse_bulk_deletion)
hooks.register("before_bulk_action", refuse_bulk_publishing)
hooks.register("before_edit_user", protect_superuser)
hooks.register("before_delete_user", protect_superuser)
hooks.register("before_bulk_action", protect_superusers)
hooks.register("register_admin_urls", admin_addresses)
hooks.register("register_reports_menu_item", lambda: item_of(ImageReport))
