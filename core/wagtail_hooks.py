from wagtail import hooks

from core.admin_theme import theme_stylesheet

hooks.register("insert_global_admin_css", theme_stylesheet)
