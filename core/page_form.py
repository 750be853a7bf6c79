"""The form in which pages are edited: it takes no file and no page that its user may not know.

Wagtail's choosers offer each account what it may choose, but its form fields take the number of
any image, document or page, and would then show the title or the address of it.
"""

import json

from django.core.exceptions import BadRequest, ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.widgets import BaseChooser
from wagtail.fields import RichTextField
from wagtail.models import CollectionMember, Page
from wagtail.permissions import policy_registry

from core.querysets import ShownQuerySet
from core.reserved_slugs import is_reserved

FOREIGN = _("Please choose one of the files that you are offered.")
RESERVED = _("The site itself uses this address. Please choose another.")


class GuardedPageForm(WagtailAdminPageForm):
    """Empties what its user may not choose, before anything of it can be saved or shown."""

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        self.foreign_files = []
        if self.is_bound and self.for_user and not self.for_user.is_superuser:
            self.data = self.data.copy()
            self.guard_fields()

    def guard_fields(self):
        columns = {column.name: column for column in self._meta.model._meta.get_fields()}
        for name, field in self.fields.items():
            key = self.add_prefix(name)
            if is_of_files(field) and not self.may_choose(field, key):
                self.data[key] = ""
                self.foreign_files.append(name)
            elif isinstance(columns.get(name), RichTextField) and self.data.get(key):
                self.data[key] = without_foreign_links(self.data[key], self.for_user)

    def may_choose(self, field, key) -> bool:
        """Whether the file is in a collection to choose from, or is the one already there."""
        try:
            file = field.to_python(self.data.get(key))
        except ValidationError:
            return True  # there is no such file, and the field says so itself
        if file is None or str(file.pk) == str(self[key].initial):
            return True
        policy = policy_registry.get_by_type(type(file))
        return policy.user_has_permission_for_instance(self.for_user, "choose", file)

    def clean(self):
        cleaned = super().clean()
        for name in self.foreign_files:
            self.add_error(name, FOREIGN)
        if self.parent_page and is_reserved(cleaned.get("slug", ""), self.parent_page):
            self.add_error("slug", RESERVED)
        return cleaned


def is_of_files(field) -> bool:
    """Whether a field chooses an image or a document, which lie in collections."""
    chooser = isinstance(field.widget, BaseChooser)
    return chooser and issubclass(field.queryset.model, CollectionMember)


def without_foreign_links(raw: str, user) -> str:
    """Return rich text, as the editor posts it, without links to pages that the user can't know.

    Raises BadRequest for what the editor never posts; Wagtail would fail on it.
    """
    try:
        content = json.loads(raw)
        if content is None:  # nothing was written
            return raw
        entities = [(entity["type"], entity["data"]) for entity in content["entityMap"].values()]
        if not all(isinstance(data, dict) for _kind, data in entities):
            raise TypeError
        links = [data for kind, data in entities if kind == "LINK"]
        for link in links:
            if "id" in link and not may_know(link["id"], user):
                link.clear()
                link["url"] = ""
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadRequest("This is not what the editor of rich text posts.") from error
    return json.dumps(content)


def may_know(page_id, user) -> bool:
    """Whether a page is public, or one that the user may edit."""
    if not str(page_id).isdecimal():
        return False
    if ShownQuerySet(Page).shown().filter(pk=page_id).exists():
        return True
    page = Page.objects.filter(pk=page_id).first()
    return page is not None and page.permissions_for_user(user).can_edit()
