from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from core import deletion, publishing
from core.staff_report import item_of
from resources.admin_addresses import admin_addresses
from resources.admin_views.link_report import LinkReport
from resources.admin_views.link_summary import add_link_summary
from resources.admin_views.link_table import LinkTable
from resources.admin_views.report import FigureReport
from resources.admin_views.resource_report import ResourceReport
from resources.figure_chooser import viewset
from resources.figure_quotes.feature import register_figure_feature
from resources.lacking import lacking, why_page_stays
from resources.library.viewsets import LibraryGroup
from resources.number_check.notices import check_numbers
from resources.number_check.report import TypedNumbersReport
from resources.vocabulary.best_bets import terms_named
from resources.vocabulary.viewsets import StatisticsGroup

modeladmin_register(LinkTable)
publishing.register(lacking)
deletion.register(why_page_stays)
hooks.register("after_create_page", check_numbers)
hooks.register("after_edit_page", check_numbers)
hooks.register("construct_homepage_summary_items", add_link_summary)
hooks.register("register_admin_viewset", StatisticsGroup)
hooks.register("register_admin_viewset", LibraryGroup)
hooks.register("register_library_menu_item", lambda: LinkTable().get_menu_item())
hooks.register("register_admin_viewset", lambda: viewset)
hooks.register("register_admin_urls", admin_addresses)
hooks.register("search_best_bets", terms_named)
hooks.register("register_rich_text_features", register_figure_feature)
hooks.register("register_reports_menu_item", lambda: item_of(FigureReport))
hooks.register("register_reports_menu_item", lambda: item_of(TypedNumbersReport))
hooks.register("register_reports_menu_item", lambda: item_of(ResourceReport))
hooks.register("register_reports_menu_item", lambda: item_of(LinkReport))
