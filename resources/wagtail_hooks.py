from wagtail import hooks

from resources.admin_addresses import admin_addresses
from resources.figure_quotes.feature import register_figure_feature

hooks.register("register_admin_urls", admin_addresses)
hooks.register("register_rich_text_features", register_figure_feature)
