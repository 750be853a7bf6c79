from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from core import deletion
from members.access.screens import limit_menu, limit_search, limit_summary
from members.admin_views.addresses import admin_addresses
from members.buttons import header_buttons, listing_buttons
from members.guards import describe_section_files, why_history_keeps_it
from members.staff_tables import SocietiesGroup

modeladmin_register(SocietiesGroup)
deletion.register(why_history_keeps_it)
hooks.register("describe_collection_contents", describe_section_files)
hooks.register("register_admin_urls", admin_addresses)
hooks.register("register_page_header_buttons", header_buttons)
hooks.register("register_page_listing_more_buttons", listing_buttons)
hooks.register("construct_main_menu", limit_menu)
hooks.register("construct_search", limit_search)
hooks.register("construct_homepage_summary_items", limit_summary, order=1000)
