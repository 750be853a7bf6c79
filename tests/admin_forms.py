"""Fills in the admin's forms as a person would: what stands there, with some changes."""

from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Site
from wagtail.test.utils.form_data import nested_form_data, streamfield

from tests.markup import soup, words

PUBLISH = {"action-publish": "action-publish"}


def form_at(browser, address, form_id="page-edit-form"):
    """The form at an address of the admin, as it stands there."""
    response = browser.get(address)
    assert response.status_code == 200, address
    html = response.content.decode()
    form_only = html[html.index(f'id="{form_id}"') :].partition("</form>")[0]
    controls = BeautifulSoup(f"<form {form_only}", "html.parser").select("[name]")
    return {control["name"]: value_of(control) for control in controls if is_sent(control)}


def is_sent(control):
    """Whether a browser sends this control: it leaves out boxes that are not ticked."""
    if control.name == "input" and control.get("type") in ("checkbox", "radio"):
        return control.has_attr("checked")
    return control.name in ("input", "select", "textarea")


def value_of(control):
    """What a browser sends for it."""
    if control.name == "textarea":
        return control.get_text().removeprefix("\n")
    if control.name == "select":
        chosen = control.select_one("[selected]") or control.option
        return chosen.get("value", "") if chosen else ""
    return control.get("value", "on" if control.get("type") == "checkbox" else "")


def body(*blocks):
    """The form data of a body with these blocks, each a pair of its type and its value."""
    return nested_form_data({"body": streamfield(blocks)})


def edit_page(browser, page, **changes):
    """Change some fields of a page and publish it."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = browser.post(address, {**form_at(browser, address), **body(), **changes, **PUBLISH})
    assert response.status_code == 302, mistakes(response)


def add_page(browser, parent, page_type, **values):
    """Make a page below `parent` with the admin's form, publish it and return it."""
    names = [page_type._meta.app_label, page_type._meta.model_name, parent.pk]
    address = reverse("wagtailadmin_pages:add", args=names)
    response = browser.post(address, {**form_at(browser, address), **body(), **values, **PUBLISH})
    assert response.status_code == 302, mistakes(response)
    return page_type.objects.child_of(parent).get(title=values["title"])


def edit_settings(browser, **changes):
    """Change some of the coalition's settings."""
    site = Site.objects.get(is_default_site=True)
    address = reverse("wagtailsettings:edit", args=["core", "coalitionsettings", site.pk])
    response = browser.post(address, {**form_at(browser, address, "w-editor-form"), **changes})
    assert response.status_code == 302, mistakes(response)


def preview(browser, page, mode="", **changes):
    """What the editor sees in the preview panel after changing some fields."""
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    kept = browser.post(address, {**form_at(browser, edit), **body(), **changes}).json()
    assert kept["is_valid"], kept
    return browser.get(address, {"mode": mode})


def mistakes(response):
    """What the admin says is wrong."""
    found = soup(response).select(".error-message, .errorlist, .messages")
    return " | ".join(words(node) for node in found)
