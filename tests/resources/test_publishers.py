"""Who publishes resources: member societies by themselves, others by staff."""

from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.models import Page

from resources.models import Publisher, ResourcePage
from tests import builders
from tests.admin_forms import edit_page, form_at, mistakes
from tests.markup import soup, text_of, words

migration = import_module("resources.migrations.0011_publishers_from_texts")
RADIOLOGY = "American College of Radiology"


def test_each_member_society_is_a_publisher(site):
    names = set(Publisher.objects.exclude(society_key=None).values_list("name", flat=True))
    assert len(names) == 8
    assert RADIOLOGY in names


def test_a_renamed_society_is_renamed_on_its_resources(communications, client):
    page = builders.resource(publisher=RADIOLOGY)
    edit_page(communications, Page.objects.get(title=RADIOLOGY), title="College of Rays")
    shown = soup(client.get(page.url))
    assert words(shown.select_one(".lead")) == "College of Rays"
    assert shown.select_one(".facts a")["href"] == Page.objects.get(title="College of Rays").url


def test_an_organization_that_joins_takes_its_resources_with_it(communications, client):
    page = builders.resource(publisher="Komen")
    edit_page(communications, Page.objects.get(title=RADIOLOGY), title="Komen")
    komen = Publisher.objects.get(name="Komen")
    assert komen.society_key
    assert ResourcePage.objects.get(pk=page.pk).publisher == komen
    assert not Publisher.objects.filter(name=RADIOLOGY).exists()


def test_two_societies_of_one_name_keep_the_site_running(communications):
    edit_page(communications, Page.objects.get(title=RADIOLOGY), title="Komen")
    other = Page.objects.get(title="Radiological Society of North America")
    edit_page(communications, other, title="komen")
    assert Publisher.objects.filter(name__iexact="komen").count() == 1
    assert Publisher.objects.filter(society_key=other.translation_key).exists()


def test_resources_are_found_by_the_new_name_of_a_society(communications, client):
    builders.resource("A handout", publisher=RADIOLOGY)
    edit_page(communications, Page.objects.get(title=RADIOLOGY), title="Zebra College")
    found = soup(client.get("/search/?q=zebra")).select(".results a")
    assert "A handout" in [words(a) for a in found]


def test_a_draft_of_another_name_renames_nothing(site):
    society = Page.objects.get(title=RADIOLOGY).specific
    society.title = "Draft of a name"
    society.save_revision()
    assert Publisher.objects.filter(name=RADIOLOGY).exists()


def test_a_society_is_offered_itself_as_publisher(site, client):
    society = Page.objects.get(title=RADIOLOGY).specific
    client.force_login(builders.society_editor(society))
    address = reverse("wagtailadmin_pages:add", args=["resources", "resourcepage", society.pk])
    chosen = soup(client.get(address)).select("[name=publisher] option[selected]")
    assert [words(option) for option in chosen] == [RADIOLOGY]


def test_it_may_name_another_in_its_place_but_not_besides(site, client):
    society = Page.objects.get(title=RADIOLOGY).specific
    client.force_login(builders.society_editor(society))
    address = reverse("wagtailadmin_pages:add", args=["resources", "resourcepage", society.pk])
    typed = {**form_at(client, address), "title": "Ours", "slug": "ours", "other_publisher": "CDC"}
    refused = client.post(address, typed)
    assert "from the list or type another, not both" in mistakes(refused)
    assert client.post(address, {**typed, "publisher": ""}).status_code == 302
    assert ResourcePage.objects.get(slug="ours").publisher_name == "CDC"


def test_where_a_member_is_named_is_said_beside_its_fixed_name(communications):
    publisher = Publisher.objects.get(name=RADIOLOGY)
    page = communications.get(reverse("resources_publishers:edit", args=[publisher.pk]))
    assert "is changed on its page" in text_of(page)


@pytest.mark.parametrize("name", [RADIOLOGY, "American Heart Association"])
def test_a_publisher_in_use_or_a_member_stays(communications, name):
    publisher = Publisher.objects.get(name=name)
    communications.post(reverse("resources_publishers:delete", args=[publisher.pk]))
    assert Publisher.objects.filter(name=name).exists()


def test_texts_become_publishers_once_however_they_are_written(site):
    publishers = migration.Publishers(apps)
    first = publishers.key("The Institute")
    assert publishers.key(" the institute ") == first
    old = {"title": "A", "publisher": "The Institute"}
    assert publishers.converted(old) == {"title": "A", "publisher": first, "other_publisher": ""}
    assert publishers.converted({"publisher": ""})["publisher"] is None


def test_pages_that_named_a_publisher_are_converted(site):
    page = builders.resource(other_publisher="The Institute")
    publishers = migration.Publishers(apps)
    migration.convert_pages(apps, publishers)
    page = ResourcePage.objects.get(pk=page.pk)
    assert (page.publisher.name, page.other_publisher) == ("The Institute", "")
