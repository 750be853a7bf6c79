"""What the frame of every page needs: the coalition, the menu, the languages."""

from babel.numbers import format_decimal
from django import template
from django.apps import apps
from django.urls import reverse
from django.utils.translation import get_language
from wagtail.models import Site

from core.columns import with_host
from core.formats import cldr_locale
from core.json_ld import script
from core.models import CoalitionSettings
from core.navigation import first_below_home, footer_menu_of, home_of, menu_of

register = template.Library()


@register.simple_tag(takes_context=True)
def coalition(context):
    """Return the coalition's settings for the site that is being read, blank without a site."""
    request = context["request"]
    has_site = Site.find_for_request(request) is not None
    return CoalitionSettings.for_request(request) if has_site else CoalitionSettings()


@register.simple_tag(takes_context=True)
def home_page(context):
    """Return the first page in the language being read."""
    return home_of(context["request"])


@register.simple_tag(takes_context=True)
def page_of_type(context, model: str):
    """Return the first page of a type, "app.Model", below the first page; None for none."""
    return first_below_home(context["request"], apps.get_model(model))


@register.simple_tag(takes_context=True)
def menu(context):
    """Return the pages of the main menu."""
    return menu_of(context["request"])


@register.simple_tag(takes_context=True)
def footer_menu(context):
    """Return label, page and address of each link of the footer menu."""
    return footer_menu_of(coalition(context))


@register.simple_tag(takes_context=True)
def full_address(context):
    """Return the address of this page, with its host, without what follows the "?"."""
    request = context["request"]
    site = Site.find_for_request(request)
    return (site.root_url if site else "") + request.path


@register.simple_tag(takes_context=True)
def share_card(context) -> str:
    """Return the address of the picture that networks show of this page, or of the first page."""
    page = context.get("page")
    shown = page if page and page.pk else home_of(context["request"])
    return with_host(reverse("page_card", args=[shown.pk])) if shown else ""


@register.simple_tag
def open_graph_locale() -> str:
    """Return the language being read as the Open Graph protocol writes it: en_US."""
    return cldr_locale()


@register.filter
def page_query(pages) -> str:
    """Return what follows the address of one page of a list; nothing for the first."""
    return f"?page={pages.number}" if pages.number > 1 else ""


@register.filter
def json_ld(data: dict) -> str:
    """Return the element in which search engines read about this page."""
    return script(data)


@register.simple_tag
def language_code() -> str:
    """Return the language being read, as HTML's lang attribute names it (BCP 47)."""
    return get_language() or "en"


@register.filter
def number(value) -> str:
    """Return a whole number with its thousands set apart, as the language has it; "" for none."""
    return "" if value in (None, "") else format_decimal(value, locale=cldr_locale())
