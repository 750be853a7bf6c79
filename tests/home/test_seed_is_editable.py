"""Communications staff can change each of the seed's sentences in the admin, without code."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import rich_text

from resources.models import Publisher
from tests.admin_forms import edit_page, edit_settings
from tests.home.seed_sentences import RESOURCES
from tests.markup import soup, text_of

# One loaded page of each type, and the fields that hold its sentences.
PLAIN = {
    "home": ["title", "tagline", "how_heading"],
    "members": ["heading", "note"],
    "american-college-of-radiology": ["title"],
    "statistics": ["heading"],
    "resources": ["shelves-0-title", "shelves-1-title"],
    "championing-health-equity-for-all": ["title"],
    "commit": ["heading", "pledge", "mail_note", "promise", "consent_text", "action_label"],
    "join": ["title"],
    "suggest": ["title"],
    "report-a-problem": [],
    "colorectal-cancer-black-men": ["statement"],
}
# What else has to be typed to publish such words.
ASKED = {"colorectal-cancer-black-men": {"disagreement_reason": "These words are made up."}}
RICH = {"home": ["introduction", "how_it_works"], "join": ["introduction"]}


def test_there_is_one_of_each_type(site):
    pages = Page.objects.filter(depth__gt=1)
    edited = {page.specific_class for page in pages.filter(slug__in=PLAIN)}
    assert edited == {page.specific_class for page in pages}


@pytest.mark.parametrize("slug", PLAIN)
def test_what_staff_write_is_what_readers_see(communications, client, slug):
    page = Page.objects.get(slug=slug)
    fields = [*PLAIN[slug], *RICH.get(slug, [])]
    new = {name: f"New words for ‘{name}’ ®" for name in fields}
    rich = {name: rich_text(f"<p>{new[name]}</p>") for name in RICH.get(slug, [])}
    edit_page(communications, page, **{**new, **rich, **ASKED.get(slug, {})})
    own_page, home_page = (text_of(client.get(address)) for address in (page.url, "/"))
    assert [new[name] for name in fields if new[name] not in own_page] == []
    assert [new[name] for name in fields if new[name] not in home_page] == []


def test_a_renamed_society_is_renamed_in_the_sentence(communications, client):
    page = Page.objects.get(slug="society-of-interventional-radiology")
    edit_page(communications, page, title="Society of Renamed Radiology")
    assert "Departments, and Society of Renamed Radiology." in text_of(client.get("/members/"))


def test_a_number_is_changed_in_figures_chart_and_table(communications, client):
    page = Page.objects.get(slug="breast-cancer-black-women")
    correction = {"kind": "correction", "text": "It is 41.5%.", "ORDER": "1"}
    edit_page(
        communications,
        page,
        statement=page.specific.statement.replace("42%", "41.5%"),
        **{"figures-0-value": "41.5", "corrections-TOTAL_FORMS": "1"},
        **{f"corrections-0-{name}": value for name, value in correction.items()},
    )
    shown = soup(client.get(page.url))
    assert "41.5" in shown.select_one(".numerals").get_text()
    assert "1.415" in shown.select_one(".chart").get_text()
    assert "41.5" in shown.select_one("table").get_text()


def test_a_resource_gets_its_link_once_staff_know_the_address(communications, client):
    page = Page.objects.get(title=RESOURCES[0][1])
    edit_page(communications, page, address="https://example.org/championing")
    link = soup(client.get(page.url)).select_one("article a.button")
    assert link["href"] == "https://example.org/championing"


def test_a_publisher_is_renamed_on_all_its_resources(communications, client):
    publisher = Publisher.objects.get(name=RESOURCES[0][0])
    address = reverse("resources_publishers:edit", args=[publisher.pk])
    assert communications.post(address, {"name": "The Heart Association"}).status_code == 302
    assert "The Heart Association" in text_of(client.get("/resources/"))


def test_the_settings_are_edited_in_one_place(communications, client):
    edit_settings(
        communications,
        name="New Coalition",
        contact_address="hello@example.org",
        postal_address="1 New Street",
        footer_text="New footer",
    )
    page = client.get("/join/")
    for words in ("New Coalition", "hello@example.org", "1 New Street", "New footer"):
        assert words in text_of(page)
    assert soup(page).select_one("main a[href='mailto:hello@example.org']")


def test_staff_edit_the_footer_menu(communications, client):
    new = {"footer_links-0-page": "", "footer_links-0-address": "https://example.org/"}
    edit_settings(communications, **new, **{"footer_links-0-label": "Elsewhere"})
    links = soup(client.get("/")).select("nav[aria-label='Footer menu'] a")
    assert (links[0].get_text(), links[0]["href"]) == ("Elsewhere", "https://example.org/")


def test_staff_add_links_to_social_media(communications, client):
    new = {"label": "Mastodon", "address": "https://social.example/@equity", "id": "", "ORDER": "1"}
    values = {f"social_links-0-{name}": value for name, value in new.items()}
    edit_settings(communications, **values, **{"social_links-TOTAL_FORMS": "1"})
    link = soup(client.get("/")).select_one("nav[aria-label='Social media'] a")
    assert (link.get_text(), link["href"]) == ("Mastodon", "https://social.example/@equity")
