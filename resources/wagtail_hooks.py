from wagtail import hooks

from core import deletion, publishing
from core.staff_report import item_of
from resources.admin_addresses import admin_addresses
from resources.admin_views.report import FigureReport
from resources.figure_chooser import viewset
from resources.figure_quotes.feature import register_figure_feature
from resources.lacking import lacking, why_page_stays
from resources.number_check.notices import check_numbers
from resources.number_check.report import TypedNumbersReport
from resources.vocabulary.best_bets import terms_named
from resources.vocabulary.viewsets import StatisticsGroup

publishing.register(lacking)
deletion.register(why_page_stays)
hooks.register("after_create_page", check_numbers)
hooks.register("after_edit_page", check_numbers)
hooks.register("register_admin_viewset", StatisticsGroup)
hooks.register("register_admin_viewset", lambda: viewset)
hooks.register("register_admin_urls", admin_addresses)
hooks.register("search_best_bets", terms_named)
hooks.register("register_rich_text_features", register_figure_feature)
hooks.register("register_reports_menu_item", lambda: item_of(FigureReport))
hooks.register("register_reports_menu_item", lambda: item_of(TypedNumbersReport))
