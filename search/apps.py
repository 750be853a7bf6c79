from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    label = "site_search"
    verbose_name = _("Search")

    def ready(self):
        from wagtail.signals import page_published

        from search import checks, trigrams

        checks.connect()
        post_migrate.connect(trigrams.ensure, sender=self)
        page_published.connect(add_to_index)


def add_to_index(instance, **kwargs) -> None:
    """Index a published page once its parts are saved; Wagtail did so before they were."""
    from wagtail.search.index import insert_or_update_object

    insert_or_update_object(instance)
