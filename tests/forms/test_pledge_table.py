"""How pledge officers find pledges: search and filters, at a cost that does not grow."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forms.models import Pledge, PledgePage
from members.models import MemberSocietyPage
from tests import builders
from tests.conftest import logged_in
from tests.markup import soup, words

LIST = "/admin/forms/pledge/"


@pytest.fixture
def officer(site):
    return logged_in(builders.user_in("Pledge officers"))


@pytest.fixture
def acr(site):
    return MemberSocietyPage.objects.get(acronym="ACR")


@pytest.fixture
def pledges(site, acr):
    """Four pledges that differ, by name."""
    spanish = builders.translate(PledgePage.objects.get(), title="Comprométase")
    other = {"society": builders.translate(acr), "page": spanish}
    old = timezone.now() - timedelta(days=400)
    made = [
        signed("Ada", society=acr, state="AK", status="confirmed"),
        signed("Ben", **other, wording=spanish.current_wording, wants_updates=True),
        signed("Cleo", state="NY", is_suspect=True),
        signed("Dan", status="invalid"),
    ]
    Pledge.objects.filter(name="Dan").update(created_at=old)
    return made


def signed(name, **fields):
    page = PledgePage.objects.order_by("pk").first()
    fields = {"page": page, "wording": page.current_wording, "language": "en", **fields}
    return Pledge.objects.create(name=name, email=f"{name.lower()}@example.org", **fields)


def names(response):
    return [words(cell) for cell in soup(response).select("td.field-name")]


def follow(officer, label, group):
    """Choose a filter as a person would: the link with this label below this heading."""
    page = soup(officer.get(LIST))
    for part in page.select(".changelist-filter ul"):
        heading = part.find_previous(string=lambda text: text.strip().startswith("By "))
        if heading.strip() == f"By {group}":
            link = part.find("a", string=lambda text: text and text.strip() == label)
            return officer.get(LIST + link["href"])
    raise AssertionError(f"No filter by {group}")


@pytest.mark.parametrize(
    ("group", "label", "found"),
    [
        ("pledge page", "Comprométase", ["Ben"]),
        ("status", "confirmed", ["Ada"]),
        ("suspect", "Yes", ["Cleo"]),
        ("society", "American College of Radiology", ["Ada", "Ben"]),
        ("society", "None of these", ["Cleo", "Dan"]),
        ("state", "New York", ["Cleo"]),
        ("state", "Not in the list", ["Ben", "Dan"]),
        ("wants updates", "Yes", ["Ben"]),
        ("signed", "Past 7 days", ["Ada", "Ben", "Cleo"]),
    ],
)
def test_each_filter_finds_its_rows(pledges, officer, group, label, found):
    response = follow(officer, label, group)
    assert response.status_code == 200
    assert sorted(names(response)) == found


def test_filters_and_search_narrow_each_other(pledges, officer, acr):
    key = str(acr.translation_key)
    response = officer.get(LIST, {"society": key, "status__exact": "confirmed", "q": "ada"})
    assert names(response) == ["Ada"]
    assert names(officer.get(LIST, {"society": key, "q": "cleo"})) == []


def test_a_society_is_offered_once_and_only_if_somebody_chose_it(pledges, officer):
    page = soup(officer.get(LIST))
    shown = [words(link) for link in page.select("a[href*='society=']")]
    assert shown == ["None of these", "American College of Radiology"]


def test_a_long_filter_is_folded_until_it_is_used(pledges, officer):
    folded = soup(officer.get(LIST)).select("details:has(a[href*='state='])")
    assert folded
    assert not any(part.has_attr("open") for part in folded)
    chosen = soup(officer.get(LIST, {"state": "NY"})).select("details[open]")
    assert [words(part.select_one(".selected")) for part in chosen] == ["New York"]


@pytest.mark.parametrize("value", ["x", "\x00", "1'"])
@pytest.mark.parametrize("name", ["society", "page__page_ptr__exact", "page__id__exact"])
def test_nonsense_in_a_filter_is_not_found(pledges, officer, name, value):
    assert officer.get(LIST, {name: value}).status_code in (400, 404)


@pytest.mark.parametrize("name", ["secret", "society__owner", "email__startswith", "wording"])
def test_nothing_else_can_be_asked(pledges, officer, name):
    assert officer.get(LIST, {name: "a"}).status_code == 404


def test_two_hundred_rows_cost_no_more_queries_than_ten(officer, acr):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert officer.get(LIST).status_code == 200
        return [query["sql"] for query in captured]

    for number in range(10):
        signed(f"Signer {number}", society=acr, state="AK")
    queries()
    before = queries()
    for number in range(10, 200):
        signed(f"Signer {number}", society=acr, state="AK")
    assert len(names(officer.get(LIST))) == 50
    assert len(queries()) == len(before)
