from wagtail import hooks

from resources.admin_views.addresses import admin_addresses
from resources.admin_views.report import report_item
from resources.figure_chooser import viewset
from resources.vocabulary.viewsets import StatisticsGroup

hooks.register("register_admin_viewset", StatisticsGroup)
hooks.register("register_admin_viewset", lambda: viewset)
hooks.register("register_admin_urls", admin_addresses)
hooks.register("register_reports_menu_item", report_item)
