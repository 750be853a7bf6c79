from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    name = "resources"
    verbose_name = _("Resources")

    def ready(self):
        from wagtail.signals import page_published

        from core import links
        from resources import form_fields, history, publishers, translated_numbers
        from resources.links import places
        from resources.number_check import table

        for finder in (places.resources, places.sources, places.texts, places.settings):
            links.register(finder)
        form_fields.connect()
        history.connect()
        publishers.connect()
        page_published.connect(translated_numbers.follow, sender=self.get_model("StatisticPage"))
        table.connect()
