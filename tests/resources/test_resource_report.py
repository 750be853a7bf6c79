"""The report on all resources, for those who look after them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from resources.library.lacking import LACKS
from resources.models import Link, LinkState, LinkUse
from tests import builders
from tests.markup import soup, words

REPORT = reverse("resources_resource_report")
TODAY = timezone.localdate()
WHOLE = {
    "address": "https://example.org/",
    "publisher": "CDC",
    "summary": "In our words.",
    "kind": "toolkit",
    "about": [("topic", "Cancer")],
    "audiences": [("audience", "researchers")],
    "language": "en",
    "reading_level": "plain",
    "access": "free",
    "published_on": TODAY,
    "licence": "CC0",
    "review_on": TODAY + timedelta(days=300),
}
FIELD = {"audience": "audiences", "level": "reading_level", "date": "published_on"}
FIELD |= {"review": "review_on"}


def rows(browser, **filters):
    """The rows of the report, by the title of the resource."""
    table = soup(browser.get(REPORT, {"p": 1, **filters})).select("tbody tr")
    cells = [[words(cell) for cell in row.select("td")] for row in table]
    return {row[0]: row for row in cells}


@pytest.mark.parametrize("lacking", LACKS)
def test_what_a_resource_lacks_is_named_and_found(communications, lacking):
    builders.resource("Whole", **WHOLE)
    field = FIELD.get(lacking, lacking)
    builders.resource("Partial", **{name: WHOLE[name] for name in WHOLE if name != field})
    found = rows(communications, lacks=lacking)
    assert "Whole" not in found
    assert str(LACKS[lacking][0]) in found["Partial"][3]
    assert rows(communications)["Whole"][3] == ""


def test_it_shows_what_is_due_and_whose_publisher_is_in_no_list(communications):
    builders.resource("Due", **WHOLE | {"review_on": TODAY})
    builders.resource("New one", **WHOLE | {"publisher": "", "other_publisher": "Somebody"})
    builders.resource("Draft", review_on=TODAY).unpublish()
    assert list(rows(communications, show="due")) == ["Due"]
    assert list(rows(communications, show="unlisted")) == ["New one"]


def test_a_day_to_come_is_told_as_a_day(communications):
    """Wagtail's own column for dates calls whatever is to come "just now"."""
    builders.resource("Whole", **WHOLE)
    assert rows(communications)["Whole"][5] == date_format(WHOLE["review_on"], "DATE_FORMAT")


def test_it_names_the_section_and_is_exported(communications):
    builders.resource("Ours", below=builders.society("Society of Rays"), **WHOLE)
    assert rows(communications)["Ours"][2] == "Society of Rays"
    sheet = b"".join(communications.get(REPORT, {"export": "csv"})).decode()
    assert "Society of Rays" in sheet


def test_it_tells_which_links_work(communications):
    page, dead = (
        builders.resource("Works", **WHOLE),
        builders.resource("Dead", slug="dead", **WHOLE),
    )
    for place, state in ((page, LinkState.OK), (dead, LinkState.GONE)):
        link = Link.objects.create(address=f"https://{place.slug}.example/", state=state)
        LinkUse.objects.create(link=link, page=place, field="address")
    assert list(rows(communications, links_out__link__state="gone")) == ["Dead"]
    assert rows(communications)["Works"][4] == "works"


def test_it_costs_the_same_for_many(communications):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            rows(communications)
        return len(captured)

    builders.resource("First", **WHOLE)
    queries()
    before = queries()
    for number in range(20):
        builders.resource(f"R {number}", slug=f"r{number}", **WHOLE)
    assert queries() == before


def test_pages_not_changed_for_long_are_wagtails_own_report(communications):
    page = builders.resource("Old one", **WHOLE)
    type(page).objects.filter(pk=page.pk).update(last_published_at="2001-01-01T00:00Z")
    aging = reverse("wagtailadmin_reports:aging_pages")
    shown = soup(communications.get(aging, {"last_published_at": "2002-01-01", "live": "true"}))
    assert [words(row.select_one("td a")) for row in shown.select("tbody tr")] == ["Old one"]
