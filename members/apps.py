from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = _("Members")

    def ready(self):
        from core.links import register
        from members import files, links, names_kept

        register(links.websites)
        files.connect()
        names_kept.connect()
