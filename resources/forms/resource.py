"""The form of a resource."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from core.page_form import GuardedPageForm
from core.web_address import only_of_web_pages

TWO_PUBLISHERS = _("Please choose a publisher from the list or type another, not both.")


class ResourcePageForm(GuardedPageForm):
    """Offers the shelves of the page's own language, and to a society itself as the publisher.

    It has one publisher, since readers would see only the chosen one, and a society's editor who
    typed another would not learn of it.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"address", "video"} & set(self.fields):
            only_of_web_pages(self.fields[name])
        if "shelf" in self.fields:
            self.offer_shelves()
        if not self.instance.pk and self.parent_page:
            self.initial["publisher"] = self.society_above()

    def offer_shelves(self):
        shelves = self.fields["shelf"].queryset
        locale = self.instance.locale_id or self.parent_page.locale_id
        self.fields["shelf"].queryset = shelves.filter(locale_id=locale)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("publisher") and cleaned.get("other_publisher"):
            self.add_error("other_publisher", TWO_PUBLISHERS)
        return cleaned

    def society_above(self):
        """Return the key of the publisher that is the society in whose section the page is."""
        publishers = apps.get_model("resources.Publisher").objects
        known = publishers.filter(society_key=self.parent_page.translation_key)
        return known.values_list("pk", flat=True).first()
