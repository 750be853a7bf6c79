from wagtail import hooks

from members.access.screens import limit_menu, limit_search, limit_summary

hooks.register("construct_main_menu", limit_menu)
hooks.register("construct_search", limit_search)
hooks.register("construct_homepage_summary_items", limit_summary, order=1000)
