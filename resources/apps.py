from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    name = "resources"
    verbose_name = _("Resources")

    def ready(self):
        from resources import form_fields, history
        from resources.number_check import table

        form_fields.connect()
        history.connect()
        table.connect()
