"""Where staff keep the publishers."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from resources.models import Publisher


class PublisherViewSet(ModelViewSet):
    model = Publisher
    name = url_namespace = "resources_publishers"
    url_prefix = "library/publishers"
    menu_label = _("Publishers")
    icon = "group"
    list_display = ["name", "acronym", "website"]
    search_fields = ["name", "acronym"]
    copy_view_enabled = False


class LibraryGroup(ModelViewSetGroup):
    """What the library is kept with; the resources themselves are pages."""

    menu_label = _("Library")
    menu_icon = "folder-open-inverse"
    menu_order = 260
    items = (PublisherViewSet,)
    submenu_hook = "register_library_menu_item"
