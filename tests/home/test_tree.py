"""Which page type may stand below which."""

import pytest
from wagtail.models import Page, get_page_models

from core.models import BasePage

CHILDREN = {
    "home.HomePage": {
        "home.ContentPage",
        "members.MemberIndexPage",
        "resources.StatisticIndexPage",
        "resources.ResourceIndexPage",
        "forms.PledgePage",
        "forms.ContactPage",
        "forms.CustomFormPage",
        "forms.SuggestionPage",
        "forms.ReportPage",
    },
    "home.ContentPage": {"home.ContentPage", "forms.CustomFormPage"},
    "members.MemberIndexPage": {"members.MemberSocietyPage"},
    "members.MemberSocietyPage": {"resources.ResourcePage", "resources.StatisticPage"},
    "resources.StatisticIndexPage": {"resources.StatisticPage"},
    "resources.StatisticPage": set(),
    "resources.ResourceIndexPage": {"resources.ResourcePage"},
    "resources.ResourcePage": set(),
    "forms.PledgePage": set(),
    "forms.ContactPage": set(),
    "forms.CustomFormPage": set(),
    "forms.SuggestionPage": set(),
    "forms.ReportPage": set(),
}
OURS = [model for model in get_page_models() if issubclass(model, BasePage)]
INDEXES = ["members", "statistics", "resources"]


def labels(models):
    return {model._meta.label for model in models}


def test_every_page_type_is_in_the_table():
    assert labels(OURS) == set(CHILDREN)


@pytest.mark.parametrize("page_type", OURS, ids=lambda model: model._meta.label)
class TestPageType:
    def test_may_have_these_children(self, page_type):
        assert labels(page_type.allowed_subpage_models()) == CHILDREN[page_type._meta.label]

    def test_may_have_these_parents(self, page_type):
        label = page_type._meta.label
        parents = {parent for parent, children in CHILDREN.items() if label in children}
        expected = parents or {"wagtailcore.Page"}
        assert labels(page_type.allowed_parent_page_models()) == expected

    def test_is_explained_to_staff(self, page_type):
        assert page_type.get_page_description()
        assert page_type.__doc__

    def test_says_how_it_is_found(self, page_type):
        assert {field.field_name for field in page_type.search_fields} >= {"title", "heading"}


def test_nothing_but_a_home_page_stands_at_the_top():
    ours = set(CHILDREN)
    assert labels(Page.allowed_subpage_models()) & ours == {"home.HomePage"}


@pytest.mark.parametrize("slug", INDEXES)
def test_there_is_one_of_each_index(site, home, slug):
    index = home.get_children().get(slug=slug).specific
    assert not type(index).can_create_at(home)


@pytest.mark.parametrize("page_type", ["home.ContentPage", "forms.PledgePage"])
def test_there_may_be_several_of_the_others(site, home, page_type):
    models = {model._meta.label: model for model in OURS}
    assert models[page_type].can_create_at(home)
