from wagtail import hooks

from core.staff_report import item_of
from search.admin_views.addresses import admin_addresses
from search.admin_views.report import EmptySearchReport

hooks.register("register_admin_urls", admin_addresses)
hooks.register("register_reports_menu_item", lambda: item_of(EmptySearchReport))
