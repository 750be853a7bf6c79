from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    name = "resources"
    verbose_name = _("Resources")

    def ready(self):
        from wagtail.signals import page_published

        from resources import form_fields, history, publishers, translated_numbers
        from resources.number_check import table

        form_fields.connect()
        history.connect()
        publishers.connect()
        page_published.connect(translated_numbers.follow, sender=self.get_model("StatisticPage"))
        table.connect()
