"""Where this site names addresses of other sites, besides what other apps register."""

import re
from collections.abc import Iterator
from html import unescape

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField, StreamField
from wagtail.models import get_page_models

from core.links import Place, on_pages
from core.models import CoalitionSettings
from core.querysets import ShownQuerySet
from resources.models import Figure, ResourcePage, Source

# The fields of a resource that hold one address each.
FIELDS = ["address", "video"]
HREF = re.compile(r'<a\b[^>]*\shref="([^"]+)"')
ADDRESS = re.compile(r"https?://\S+")


def resources() -> Iterator[Place]:
    yield from on_pages(ResourcePage.objects.shown(), *FIELDS)


def sources() -> Iterator[Place]:
    """The sources that have a page, which are those of published figures."""
    shown = Figure.objects.shown().order_by().values("sources")
    for source in Source.objects.filter(pk__in=shown).exclude(address=""):
        form = reverse("resources_sources:edit", args=[source.pk])
        yield Place(source.address, title=str(source), edited_at=form)


def texts() -> Iterator[Place]:
    """Links in rich texts and addresses in blocks, of pages of every kind."""
    for model in get_page_models():
        fields = [field.name for field in model._meta.get_fields() if holds_text(field)]
        if fields:
            shown = ShownQuerySet(model).shown().values_list("pk", *fields)
            for page, *values in shown.iterator():
                found = (text for value in filter(None, values) for text in addresses_in(value))
                yield from (Place(address, page) for address in found)


def holds_text(field) -> bool:
    return isinstance(field, RichTextField | StreamField)


def settings() -> Iterator[Place]:
    """What stands at the bottom of every page."""
    for coalition in CoalitionSettings.objects.all():
        links = [*coalition.footer_links.all(), *coalition.social_links.all()]
        form = reverse(
            "wagtailsettings:edit", args=["core", "coalitionsettings", coalition.site_id]
        )
        for address in [coalition.data_licence_address, *(link.address for link in links)]:
            if address:
                yield Place(address, title=_("Coalition"), edited_at=form)


def addresses_in(value) -> Iterator[str]:
    """Yield the addresses of other sites in a rich text, or in the blocks of a body."""
    for text in [value] if isinstance(value, str) else texts_of(list(value.raw_data)):
        if ADDRESS.fullmatch(text):
            yield text
        found = map(unescape, HREF.findall(text))
        yield from (address for address in found if ADDRESS.fullmatch(address))


def texts_of(raw) -> Iterator[str]:
    """Yield every text in what a body is stored as, whatever the blocks are called."""
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict | list):
        for part in raw.values() if isinstance(raw, dict) else raw:
            yield from texts_of(part)
