from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from forms.guards import refuse_bulk_deletion, refuse_deletion
from forms.site_summary import add_mail_summary
from forms.staff_tables import FormsGroup

modeladmin_register(FormsGroup)
hooks.register("before_delete_page", refuse_deletion)
hooks.register("before_bulk_action", refuse_bulk_deletion)
hooks.register("construct_homepage_summary_items", add_mail_summary)
