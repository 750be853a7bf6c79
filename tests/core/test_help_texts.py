"""Every field that a volunteer meets is explained to them, and no two have one name."""

from collections import Counter

import pytest
from django.urls import reverse
from wagtail.blocks import StructBlock
from wagtail.contrib.settings.views import get_setting_edit_handler
from wagtail.models import Page, get_page_models

from core.blocks import BodyBlock
from core.models import CoalitionSettings
from tests.markup import soup, words

EDITED = [model for model in get_page_models() if model is not Page]
STRUCTS = {
    name: block
    for name, block in BodyBlock().child_blocks.items()
    if isinstance(block, StructBlock)
}
each_type = pytest.mark.parametrize("model", EDITED, ids=lambda model: model.__name__)


def forms_of(handler):
    """The form that an edit handler makes, and the forms inside it."""
    form = handler.get_form_class()
    inside = [formset.form for name, formset in form.formsets.items() if name != "comments"]
    return [form, *inside]


def own_fields(form):
    """The fields that are of our making, not Wagtail's, by name."""
    own = {field.name for field in form._meta.model._meta.local_fields}
    return {name: field for name, field in form.base_fields.items() if name in own}


def unexplained(handler):
    return [
        f"{form._meta.model.__name__}.{name}"
        for form in forms_of(handler)
        for name, field in own_fields(form).items()
        if not field.help_text and not field.widget.is_hidden
    ]


@each_type
def test_each_field_of_a_page_is_explained(model):
    assert unexplained(model.get_edit_handler()) == []


@each_type
def test_no_two_fields_of_a_page_have_one_name(model):
    form = model.get_edit_handler().get_form_class()
    names = Counter(str(field.label).lower() for field in own_fields(form).values())
    assert [name for name, times in names.items() if times > 1] == []


def test_each_setting_is_explained():
    assert unexplained(get_setting_edit_handler(CoalitionSettings)) == []


@pytest.mark.parametrize("name", STRUCTS)
def test_each_field_of_a_block_is_explained(name):
    fields = STRUCTS[name].child_blocks
    texts = {child: help_of(block) for child, block in fields.items()}
    assert [child for child, text in texts.items() if not text] == []


def help_of(block):
    """The text that stands beside a block's field in the editor."""
    field = getattr(block, "field", None)
    return getattr(block.meta, "help_text", "") or (field and field.help_text)


@pytest.mark.parametrize(
    ("slug", "panel"),
    [("breast-cancer-black-women", "figures"), ("resources", "shelves")],
)
def test_lists_inside_a_page_are_explained(communications, slug, panel):
    address = reverse("wagtailadmin_pages:edit", args=[Page.objects.get(slug=slug).pk])
    section = soup(communications.get(address)).select_one(f"#panel-child-content-{panel}-section")
    assert words(section.select_one(".help"))


def test_the_first_pages_heading_does_not_speak_of_menus(communications, site):
    address = reverse("wagtailadmin_pages:edit", args=[site.root_page_id])
    heading = soup(communications.get(address)).select_one("#panel-child-content-heading-section")
    assert "first page" in words(heading)
    assert "menu" not in words(heading)
