"""The loader adds what is missing of the seed, and changes nothing that is there."""

from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from wagtail.models import Locale, Page, Site

from core.models import CoalitionSettings, FooterLink
from forms.models import Wording
from home.loader import load_site
from home.loader.pages import add_page
from home.models import ContentPage
from members.models import MemberIndexPage, MemberSocietyPage
from resources.models import Figure, ResourcePage, Shelf, StatisticPage
from tests import builders

COUNTED = [
    Page,
    MemberSocietyPage,
    StatisticPage,
    Figure,
    Shelf,
    ResourcePage,
    Wording,
    FooterLink,
    CoalitionSettings,
    Site,
    Locale,
]


def counts():
    return {model.__name__: model.objects.count() for model in COUNTED}


def contents():
    """Every column of what a second run could overwrite."""
    models = [*COUNTED[1:], Page]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


@pytest.mark.django_db
def test_a_new_database_gets_the_whole_site():
    output = StringIO()
    call_command("load_site", stdout=output)
    assert output.getvalue() == "Pages added: 27.\n"
    assert counts() == {
        "Page": 28,  # with the root
        "MemberSocietyPage": 8,
        "StatisticPage": 7,
        "Figure": 11,
        "Shelf": 2,
        "ResourcePage": 4,
        "Wording": 4,
        "FooterLink": 6,
        "CoalitionSettings": 1,
        "Site": 1,
        "Locale": 2,
    }
    assert [page.slug for page in Page.get_first_root_node().get_children()] == ["home"]


def test_a_second_run_doubles_and_changes_nothing(site):
    before = contents()
    assert load_site() == []
    assert contents() == before


def test_every_loaded_page_is_published_and_valid(site):
    for page in Page.objects.filter(depth__gt=1).specific():
        page.full_clean()
        assert page.live
        assert page.latest_revision is not None


@pytest.mark.parametrize(
    ("slug", "changes"),
    [
        ("home", {"title": "New name", "tagline": "New tagline"}),
        ("members", {"slug": "partners", "note": ""}),
        ("american-college-of-radiology", {"title": "New College", "slug": "new-college"}),
        ("breast-cancer-black-women", {"statement": "New words", "slug": "new-words"}),
        ("commit", {"pledge": "New pledge", "slug": "sign"}),
    ],
)
def test_what_staff_changed_stays(site, slug, changes):
    page = Page.objects.get(slug=slug).specific
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    before = counts()
    assert load_site() == []
    assert counts() == before
    page = Page.objects.get(pk=page.pk).specific
    assert {name: getattr(page, name) for name in changes} == changes


def test_a_page_that_staff_moved_stays_where_it_is(site, home):
    shelved = builders.add(home, MemberIndexPage(title="Former members", slug="former"))
    society = MemberSocietyPage.objects.get(slug="american-board-of-radiology")
    society.move(shelved, "last-child")
    assert load_site() == []
    society = MemberSocietyPage.objects.get(slug="american-board-of-radiology")
    assert society.get_parent().pk == shelved.pk


def test_a_page_that_staff_unpublished_stays_unpublished(site):
    page = Page.objects.get(slug="society-of-interventional-radiology")
    page.unpublish()
    load_site()
    assert not Page.objects.get(pk=page.pk).live


def test_figures_and_shelves_that_staff_deleted_stay_deleted(site):
    Figure.objects.filter(value=19).delete()
    Shelf.objects.filter(title="Coalition member resources").delete()
    before = counts()
    load_site()
    assert counts() == before


def test_a_deleted_page_comes_back(site):
    Page.objects.get(slug="championing-health-equity-for-all").delete()
    assert load_site() == ["Championing Health Equity for All"]
    assert ResourcePage.objects.count() == 4


def test_preparing_a_release_does_not_bring_it_back(site):
    Page.objects.get(slug="championing-health-equity-for-all").delete()
    call_command("prepare", stdout=StringIO())
    assert ResourcePage.objects.count() == 3


def test_the_settings_that_staff_changed_stay(site):
    coalition = CoalitionSettings.for_site(site)
    coalition.name, coalition.sender_name = "New name", ""
    coalition.save()
    coalition.footer_links.all().delete()
    load_site()
    coalition = CoalitionSettings.objects.get(site=site)
    assert (coalition.name, coalition.sender_name) == ("New name", "")
    assert not coalition.footer_links.exists()


def test_another_first_page_that_staff_chose_stays(site):
    other = builders.content_page(title="Campaign", slug="campaign")
    site.root_page = other
    site.save()
    load_site()
    assert Site.objects.get(is_default_site=True).root_page_id == other.pk


def test_a_page_of_the_staffs_own_at_the_same_address_is_kept(site, home):
    slug = "championing-health-equity-for-all"
    Page.objects.get(slug=slug).delete()
    own = builders.resource("Our own words", slug=slug)
    assert load_site() == []
    assert ResourcePage.objects.get(slug=slug).pk == own.pk


def test_data_that_make_no_valid_page_are_refused(home):
    with pytest.raises(ValidationError):
        add_page(home, ContentPage, slug="broken", title="")
    assert not Page.objects.filter(slug="broken").exists()
