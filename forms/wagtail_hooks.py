from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from core import deletion
from forms.admin_views.addresses import admin_addresses
from forms.admin_views.sample_mail import sample_button
from forms.guards import why_answers_keep_it
from forms.log_actions import register_actions
from forms.site_summary import add_mail_summary
from forms.staff_tables import FormsGroup

modeladmin_register(FormsGroup)
deletion.register(why_answers_keep_it)
hooks.register("construct_homepage_summary_items", add_mail_summary)
hooks.register("register_admin_urls", admin_addresses)
hooks.register("register_page_header_buttons", sample_button)
hooks.register("register_log_actions", register_actions)
