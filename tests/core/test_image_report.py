"""The report on images that nobody has described."""

from django.urls import reverse
from wagtail.models import ReferenceIndex

from members.models import MemberSocietyPage
from tests import builders
from tests.markup import soup, words

REPORT = reverse("core_image_report")


def titles(browser, **filters):
    table = soup(browser.get(REPORT, {"p": 1, **filters})).select("tbody tr")
    return {words(row.select_one("td")) for row in table}


def test_images_without_a_description_are_found_by_their_use(communications):
    described, used = builders.image("Described"), builders.image("Used")
    builders.image("Unused")
    described.description = "A woman before a mammograph"
    described.save()
    society = MemberSocietyPage.objects.first()
    society.logo = used
    society.save()
    ReferenceIndex.create_or_update_for_object(society)
    assert titles(communications) == {"Used", "Unused"}
    assert titles(communications, show="used") == {"Used"}
    assert titles(communications, show="unused") == {"Unused"}
    exported = b"".join(communications.get(REPORT, {"export": "csv"})).decode().splitlines()
    assert [line.partition(",")[0] for line in exported] == ["Title", "Unused", "Used"]


def test_a_societys_editor_does_not_see_it(site, client):
    client.force_login(builders.society_editor(builders.society()))
    assert client.get(REPORT).status_code == 302
