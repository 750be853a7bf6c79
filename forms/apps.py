from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FormsConfig(AppConfig):
    """Pledges, messages and the mail they cause. Named in full in INSTALLED_APPS.

    The label is explicit because Django and Wagtail both have a `forms` of their own.
    """

    name = "forms"
    label = "forms"
    verbose_name = _("Forms")

    def ready(self):
        from forms import health, wordings

        health.connect()
        wordings.connect()
