"""What the admin's screens that belong to no page have in common."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from wagtail.admin.views.generic import WagtailAdminTemplateMixin


class StaffScreen(PermissionRequiredMixin, WagtailAdminTemplateMixin):
    """A screen for whoever has `permission_required`; Wagtail sends everybody else home."""

    raise_exception = True

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]
