"""A society's page: who it is, its history, and what it has published."""

from datetime import date

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from members.models import Membership, MemberSocietyPage, Representative, SocietyLink, SocietyName
from members.standing import standing_on
from resources.models import ResourcePage, StatisticPage
from tests import builders
from tests.markup import soup, text_of, words


@pytest.fixture
def society(site):
    """A society about which everything is known."""
    page = builders.society(
        "Society of Rays",
        slug="rays",
        heading="Rays for all",
        acronym="SOR",
        short_name="Rays",
        other_names="Gesellschaft der Strahlen\n\nRayos",
        parent_body="World of Rays",
        kind="section",
        website="https://example.org/",
        description="<p>We look <b>inside</b>.</p>",
        competencies="Research\nTraining of residents\n",
        level="founding",
        start=date(2019, 5, 1),
        end=date(2021, 12, 31),
    )
    Membership.objects.create(
        society=page, level="executive", start=date(2022, 1, 1), source="Letter of the board"
    )
    page.representatives = [
        Representative(name="Ada Roe", role="Chair", consented=True),
        Representative(name="Ben Poe", consented=True),
    ]
    page.links = [SocietyLink(label="Annual report", address="https://example.org/report")]
    page.save()
    SocietyName.objects.create(society=page, name="Society of Beams")
    return page


def read(page):
    response = Client().get(page.url)
    assert response.status_code == 200
    return soup(response)


def facts(page):
    """The facts as a reader sees them, by their label."""
    found = {}
    for node in page.select(".facts > *"):
        if node.name == "dt":
            found[words(node)] = values = []
        else:
            values.append(words(node))
    return found


def section(page, name):
    return page.select_one(f"section[aria-labelledby={name}]")


def test_who_it_is(society):
    page = read(society)
    assert words(page.h1) == "Rays for all"
    assert facts(page) == {
        "Official name": ["Society of Rays"],
        "Acronym": ["SOR"],
        "Short name": ["Rays"],
        "Other names": ["Gesellschaft der Strahlen", "Rayos"],
        "Former names": ["Society of Beams"],
        "Part of": ["World of Rays"],
        "Kind": ["Section of a larger body"],
        "Level": ["Executive member"],
        "Member since": ["May 1, 2019"],
    }
    assert words(page.select_one(".lead")) == "Executive member of the coalition"
    assert "We look inside." in text_of_page(page)
    website = page.select_one("article a.button")
    assert (words(website), website["href"]) == ("Website of Rays", "https://example.org/")
    [link] = page.select(".society-links a")
    assert (words(link), link["href"]) == ("Annual report", "https://example.org/report")


def text_of_page(page):
    return words(page.body)


def test_what_it_brings_and_who_speaks_for_it(society):
    page = read(society)
    items = section(page, "competencies").select("li")
    assert [words(item) for item in items] == ["Research", "Training of residents"]
    people = section(page, "representatives").select("li")
    assert [words(item) for item in people] == ["Ada Roe Chair", "Ben Poe"]


def test_nobody_is_named_who_did_not_agree(society):
    Representative.objects.filter(name="Ada Roe").update(consented=False)
    page = read(society)
    assert "Ada Roe" not in text_of_page(page)
    assert "Ben Poe" in text_of_page(page)


def test_its_history_the_latest_first(society):
    periods = section(read(society), "history").select("dl > div")
    assert [[words(node) for node in period.select("dt, dd")] for period in periods] == [
        ["Executive member", "Since Jan. 1, 2022", "Source: Letter of the board"],
        ["Founding member", "May 1, 2019 to Dec. 31, 2021", "Source: Minutes"],
    ]


def test_a_society_of_which_little_is_known_has_no_empty_parts(site):
    page = read(builders.society("Plain Society", slug="plain"))
    assert facts(page) == {"Member since": ["not recorded"]}
    assert words(page.select_one(".lead")) == "Member of the coalition"
    history = section(page, "history")
    assert [words(n) for n in history.select("dt, dd")] == [
        "Member",
        "The first day is not recorded",
        "Source: Minutes",
    ]
    assert [words(h2) for h2 in page.select("h2")] == ["History in the coalition"]
    assert not page.select("article a.button, .society-links, article li:not(nav li)")


def test_a_society_without_a_history_has_a_page(site):
    society = builders.society("Plain Society", slug="plain")
    society.memberships.all().delete()
    page = read(society)
    assert facts(page) == {}
    assert not page.select("h2, .lead")


@pytest.mark.parametrize("called_so", [True, False])
def test_a_former_member_says_so(site, called_so):
    page = builders.society("Old", level="general", end=date(2020, 6, 30), slug="old")
    if called_so:
        Membership.objects.create(
            society=page, level="former", start=date(2020, 7, 1), source="Letter"
        )
    shown = read(page)
    assert words(shown.select_one(".lead")) == (
        "No longer a member of the coalition. It was one until June 30, 2020."
    )
    assert facts(shown)["Was a member"] == ["Until June 30, 2020; the first day is not recorded"]
    assert "Member since" not in facts(shown)


def test_a_former_member_of_whose_membership_nothing_is_recorded_says_so(site):
    shown = read(builders.society("Old", level="former", slug="old"))
    assert words(shown.select_one(".lead")) == "No longer a member of the coalition."
    assert facts(shown) == {"Level": ["Former member"]}


def test_a_prospective_member_says_so(site):
    shown = read(builders.society("New", level="prospective", slug="new"))
    assert words(shown.select_one(".lead")) == "Prospective member of the coalition"
    assert "Member since" not in facts(shown)


# Standing: (level, first day, last day) with days of one month


def periods(*rows):
    """A history, the latest first, from rows in their order in time."""
    return [Membership(level=level, start=day(a), end=day(b)) for level, a, b in rows[::-1]]


def day(number):
    return number and date(2021, 5, number)


@pytest.mark.parametrize(
    ("rows", "since", "until", "is_member", "is_former"),
    [
        ([], None, None, False, False),
        ([("", None, None)], None, None, True, False),
        ([("general", 1, None)], 1, None, True, False),
        ([("general", 1, 10), ("executive", 11, None)], 1, None, True, False),
        ([("general", 1, 10), ("executive", 12, None)], 12, None, True, False),
        ([("general", 1, 5), ("former", 6, 10), ("general", 11, None)], 11, None, True, False),
        ([("prospective", 1, 10), ("general", 11, None)], 11, None, True, False),
        ([("general", None, 10), ("executive", 11, None)], None, None, True, False),
        ([("general", 1, 10), ("former", 11, None)], 1, 10, False, True),
        ([("general", 1, 10)], 1, 10, False, True),
        ([("prospective", 1, None)], None, None, False, False),
        ([("general", 25, None)], None, None, False, False),
        ([("general", 1, 20)], 1, 20, True, False),
        ([("general", 20, None)], 20, None, True, False),
    ],
)
def test_the_standing_of_a_society(rows, since, until, is_member, is_former):
    standing = standing_on(day(20), periods(*rows))
    assert (standing.since, standing.until) == (day(since), day(until))
    assert (standing.is_member, standing.is_former) == (is_member, is_former)


# What hangs below it


def publish_below(page, number=1):
    for n in range(number):
        builders.add(page, ResourcePage(title=f"Resource {n}", slug=f"r{n}"))
        statistic = StatisticPage(title=f"Statistic {n}", slug=f"s{n}", statement="So it is.")
        statistic.figures = [builders.with_saved_terms(builders.figure())]
        builders.add(page, statistic)


def test_its_own_resources_and_statistics(society):
    other = builders.society("Another", slug="another")
    builders.add(other, ResourcePage(title="Another's resource", slug="r"))
    publish_below(society)
    page = read(society)
    assert words(section(page, "resources").h2) == "Resources of Rays"
    assert [words(a) for a in section(page, "resources").select("li a")] == ["Resource 0"]
    titles = section(page, "statistics").select("h3")
    assert [words(title) for title in titles] == ["Statistic 0"]
    assert "42%" in words(section(page, "statistics"))


def test_its_drafts_and_what_is_private_stay_unseen(society):
    publish_below(society, 2)
    for page in (ResourcePage.objects.get(slug="r0"), StatisticPage.objects.get(slug="s0")):
        page.unpublish()
    for page in (ResourcePage.objects.get(slug="r1"), StatisticPage.objects.get(slug="s1")):
        builders.hide(page)
    page = read(society)
    assert section(page, "resources") is None
    assert section(page, "statistics") is None


def test_the_page_costs_as_much_however_much_is_on_it(society):
    publish_below(society)
    before = queries(society)
    publish_more(society)
    assert queries(society) == before


def queries(page):
    """How many queries the page takes, once the process is warm and with nothing in a cache."""
    Client().get(page.url)
    for cache in caches.all():
        cache.clear()
    with CaptureQueriesContext(connection) as captured:
        Client().get(page.url)
    return len(captured)


def publish_more(page):
    for n in range(10, 20):
        builders.add(page, ResourcePage(title=f"Resource {n}", slug=f"r{n}"))
        statistic = StatisticPage(title=f"Statistic {n}", slug=f"s{n}", statement="So it is.")
        statistic.figures = [builders.with_saved_terms(builders.figure()) for _ in range(2)]
        builders.add(page, statistic)
        year = date(1990 + n, 1, 1)
        Membership.objects.create(society=page, start=year, end=year, source="Minutes")
        SocietyName.objects.create(society=page, name=f"Name {n}")
    page = MemberSocietyPage.objects.get(pk=page.pk)
    page.representatives = [Representative(name=f"Person {n}", consented=True) for n in range(10)]
    page.links = [SocietyLink(label=f"L{n}", address="https://example.org/") for n in range(10)]
    page.save()


def test_in_spanish_it_has_the_same_history(society, client):
    page = builders.translate(society, heading="Rayos para todos")
    history = soup(client.get(page.url)).select(".membership-history > div")
    assert len(history) == 2
    assert "Ada Roe" in text_of(client.get(page.url))
